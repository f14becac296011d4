extension SaidTable {
  /// French: what is written, and what is said for it.
  static let french = """
    [signs]
    & = et
    % = pour cent
    ‰ = pour mille
    ° = degrés
    + = plus
    = = égale
    @ = arobase
    # = dièse
    § = paragraphe
    € = euros
    $ = dollars
    £ = livres
    ¥ = yens
    × = fois
    ÷ = divisé par

    [before a number]
    N°, n°, Nº, nº, No., no., N. °, n. °, №, # = numéro
    p., P. = page
    chap., Chap. = chapitre
    vol., Vol. = volume
    fig., Fig. = figure
    § = paragraphe
    ~, ≈, env. = environ

    [units]
    ms = milliseconde, millisecondes, f
    s, sec, secs = seconde, secondes, f
    min, mins, mn = minute, minutes, f
    h = heure, heures, f
    sem = semaine, semaines, f
    mm = millimètre, millimètres, m
    cm = centimètre, centimètres, m
    m = mètre, mètres, m
    km = kilomètre, kilomètres, m
    m² = mètre carré, mètres carrés, m
    km/h = kilomètre par heure, kilomètres par heure, m
    g = gramme, grammes, m
    kg = kilogramme, kilogrammes, m
    mg = milligramme, milligrammes, m
    ml = millilitre, millilitres, m
    l, L = litre, litres, m
    Hz = hertz, hertz, m
    kHz = kilohertz, kilohertz, m
    dB = décibel, décibels, m
    kcal = kilocalorie, kilocalories, f
    ° = degré, degrés, m
    °C = degré Celsius, degrés Celsius, m
    °F = degré Fahrenheit, degrés Fahrenheit, m
    % = pour cent, pour cent, alone
    ‰ = pour mille, pour mille, alone
    $ = dollar, dollars, m
    €, EUR = euro, euros, m
    £ = livre, livres, f
    ¥ = yen, yens, m
    ¢ = cent, cents, m

    [words]
    p. ex. = par exemple
    c.-à-d. = c'est-à-dire
    etc. = et cetera
    env. = environ
    max. = maximum
    min. = minutes
    sec. = secondes
    cf. = confer
    vs. = versus
    av. J.-C. = avant Jésus-Christ
    apr. J.-C. = après Jésus-Christ
    P.-S. = post-scriptum
    et/ou = et ou

    [titles]
    Dr, Dr. = docteur
    Pr, Pr. = professeur
    M. = monsieur
    MM. = messieurs
    Mme = madame
    Mmes = mesdames
    Mlle = mademoiselle
    Mlles = mesdemoiselles
    St = saint
    Ste = sainte

    [months]
    janvier, janv.; février, févr., fév.; mars; avril, avr.; mai; juin; juillet, juil.; août
    septembre, sept.; octobre, oct.; novembre, nov.; décembre, déc.

    [fractions]
    2 = demi, demis
    3 = tiers, tiers
    4 = quart, quarts
    5 = cinquième, cinquièmes
    6 = sixième, sixièmes
    7 = septième, septièmes
    8 = huitième, huitièmes
    9 = neuvième, neuvièmes
    10 = dixième, dixièmes
    100 = centième, centièmes

    [joints]
    range = à
    point = virgule
    dot = point
    minus = moins
    plus = plus
    times = fois
    by = sur
    and = et
    over = sur

    [feminine]
    minute, minutes, seconde, secondes, heure, heures, semaine, semaines, année, années, journée
    journées, fois, phrase, phrases, pause, pauses, personne, personnes, main, mains, nuit, nuits
    partie, parties, cloche, cloches, série, séries, page, pages, étape, étapes, voix, vague, vagues
    demi-heure, larme, larmes, marche, marches, bougie, bougies, façon, façons, séance, séances

    [masculine]
    jour, jours, mois, an, ans, souffle, souffles, instant, instants, moment, moments, cycle, cycles
    tour, tours, pas, mot, mots, groupe, groupes, siècle, siècles, mètre, mètres, temps, être, êtres
    """
}
