extension SaidTable {
  /// German: what is written, and what is said for it.
  static let german = """
    [signs]
    & = und
    % = Prozent
    ‰ = Promille
    ° = Grad
    + = plus
    = = gleich
    @ = ät
    # = Raute
    § = Paragraf
    € = Euro
    $ = Dollar
    £ = Pfund
    ¥ = Yen
    × = mal
    ÷ = geteilt durch

    [before a number]
    Nr., Nrn., nr., No., №, # = Nummer
    S. = Seite
    Kap. = Kapitel
    Bd. = Band
    Abb. = Abbildung
    § = Paragraf
    ~, ≈, ca. = ungefähr

    [units]
    ms = Millisekunde, Millisekunden, f
    s, sec, sek, Sek, Sekd = Sekunde, Sekunden, f
    min, Min = Minute, Minuten, f
    h, Std, std, Stdn = Stunde, Stunden, f
    Mio = Million, Millionen, f
    Mrd = Milliarde, Milliarden, f
    mm = Millimeter, Millimeter, m
    cm = Zentimeter, Zentimeter, m
    m = Meter, Meter, m
    km = Kilometer, Kilometer, m
    m² = Quadratmeter, Quadratmeter, m
    km/h = Kilometer pro Stunde, Kilometer pro Stunde, m
    g = Gramm, Gramm, n
    kg = Kilogramm, Kilogramm, n
    mg = Milligramm, Milligramm, n
    ml = Milliliter, Milliliter, m
    l, L = Liter, Liter, m
    EL = Esslöffel, Esslöffel, m
    TL = Teelöffel, Teelöffel, m
    Hz = Hertz, Hertz, n
    kHz = Kilohertz, Kilohertz, n
    dB = Dezibel, Dezibel, n
    kcal = Kilokalorie, Kilokalorien, f
    ° = Grad, Grad, m
    °C = Grad Celsius, Grad Celsius, m
    °F = Grad Fahrenheit, Grad Fahrenheit, m
    % = Prozent, Prozent, n
    ‰ = Promille, Promille, n
    $ = Dollar, Dollar, m
    €, EUR = Euro, Euro, m
    £ = Pfund, Pfund, n
    ¥ = Yen, Yen, m
    ¢ = Cent, Cent, m

    [words]
    z. B. = zum Beispiel
    d. h. = das heißt
    u. a. = unter anderem
    u. U. = unter Umständen
    u. Ä. = und Ähnliches
    o. Ä. = oder Ähnliches
    o. g. = oben genannt
    s. o. = siehe oben
    s. u. = siehe unten
    v. a. = vor allem
    i. d. R. = in der Regel
    z. T. = zum Teil
    z. Z. = zur Zeit
    u. s. w. = und so weiter
    usw. = und so weiter
    usf. = und so fort
    etc. = et cetera
    bzw. = beziehungsweise
    ca. = circa
    evtl. = eventuell
    ggf. = gegebenenfalls
    inkl. = inklusive
    exkl. = exklusive
    max. = maximal
    mind. = mindestens
    vgl. = vergleiche
    Min. = Minuten
    Sek. = Sekunden
    Std. = Stunden
    bspw. = beispielsweise
    sog. = sogenannt
    vs. = versus
    n. Chr. = nach Christus
    v. Chr. = vor Christus
    P. S. = Postskriptum
    und/oder = und oder

    [titles]
    Dr. = Doktor
    Prof. = Professor
    Hr. = Herr
    Fr. = Frau
    St. = Sankt
    Hl. = Heilige

    [months]
    Januar, Jan., Jänner; Februar, Feb.; März; April, Apr.; Mai; Juni; Juli; August, Aug.
    September, Sept., Sep.; Oktober, Okt.; November, Nov.; Dezember, Dez.

    [fractions]
    2 = halb, halbe
    3 = Drittel, Drittel
    4 = Viertel, Viertel
    5 = Fünftel, Fünftel
    6 = Sechstel, Sechstel
    7 = Siebtel, Siebtel
    8 = Achtel, Achtel
    9 = Neuntel, Neuntel
    10 = Zehntel, Zehntel
    100 = Hundertstel, Hundertstel

    [joints]
    range = bis
    point = Komma
    minus = minus
    plus = plus
    times = mal
    by = mal
    and = und
    over = durch

    [feminine]
    Minute, Sekunde, Stunde, Woche, Runde, Phase, Stufe, Übung, Frage, Sitzung, Pause, Meditation
    Wiederholung, Seite, Zeile, Person, Hand, Welle, Zahl, Regel, Reihe, Kerze, Decke, Nacht, Einatmung
    Ausatmung, Wahrheit, Strophe, Karte

    [masculine]
    Tag, Monat, Atemzug, Atem, Wunsch, Satz, Moment, Augenblick, Schritt, Teil, Abend, Morgen, Meter
    Mensch, Freund, Ton, Klang, Gong, Schlag, Kreis, Ort, Punkt, Platz, Schluck, Gedanke, Abschnitt

    [neuter]
    Mal, Jahr, Wort, Kissen, Prozent, Kapitel, Gefühl, Jahrhundert, Drittel, Viertel, Bild, Wesen, Herz

    [nouns]
    Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember
    """
}
