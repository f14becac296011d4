extension SaidTable {
  /// Spanish: what is written, and what is said for it.
  static let spanish = """
    [signs]
    & = y
    % = por ciento
    ‰ = por mil
    ° = grados
    + = más
    = = igual a
    @ = arroba
    # = almohadilla
    § = sección
    € = euros
    $ = dólares
    £ = libras
    ¥ = yenes
    × = por
    ÷ = entre

    [before a number]
    N. º, n. º, Nº, nº, N°, n°, N. °, n. °, Núm., núm., No., no., №, # = número
    Pág., pág., p., págs. = página
    Cap., cap. = capítulo
    Vol., vol. = volumen
    Fig., fig. = figura
    § = sección
    ~, ≈, aprox. = unos

    [units]
    ms = milisegundo, milisegundos, m
    s, seg, segs, sec = segundo, segundos, m
    min, mins = minuto, minutos, m
    h, hr, hrs, hs = hora, horas, f
    sem = semana, semanas, f
    mm = milímetro, milímetros, m
    cm = centímetro, centímetros, m
    m = metro, metros, m
    km = kilómetro, kilómetros, m
    m² = metro cuadrado, metros cuadrados, m
    km/h = kilómetro por hora, kilómetros por hora, m
    g, gr = gramo, gramos, m
    kg = kilogramo, kilogramos, m
    mg = miligramo, miligramos, m
    ml = mililitro, mililitros, m
    l, L = litro, litros, m
    Hz = hercio, hercios, m
    kHz = kilohercio, kilohercios, m
    dB = decibelio, decibelios, m
    kcal = kilocaloría, kilocalorías, f
    ° = grado, grados, m
    °C, ºC = grado Celsius, grados Celsius, m
    °F, ºF = grado Fahrenheit, grados Fahrenheit, m
    % = por ciento, por ciento, alone
    ‰ = por mil, por mil, alone
    $ = dólar, dólares, m
    €, EUR = euro, euros, m
    £ = libra, libras, f
    ¥ = yen, yenes, m
    ¢ = centavo, centavos, m

    [words]
    p. ej. = por ejemplo
    p. e. = por ejemplo
    es decir = es decir
    etc. = etcétera
    aprox. = aproximadamente
    máx. = máximo
    mín. = mínimo
    incl. = incluido
    min. = minutos
    seg. = segundos
    vs. = versus
    cf. = compárese
    a. m. = a eme
    p. m. = pe eme
    a. C. = antes de Cristo
    d. C. = después de Cristo
    EE. UU. = Estados Unidos
    P. D. = posdata
    y/o = y o
    c/u = cada uno

    [titles]
    Dr. = doctor
    Dra. = doctora
    Sr. = señor
    Sra. = señora
    Srta. = señorita
    Sres. = señores
    Prof. = profesor
    Profa. = profesora
    D. = don
    Dña. = doña
    Sto. = santo
    Sta. = santa
    Ud., Vd. = usted
    Uds., Vds. = ustedes

    [months]
    enero, ene.; febrero, feb.; marzo, mar.; abril, abr.; mayo; junio, jun.; julio, jul.; agosto, ago.
    septiembre, sept., sep.; octubre, oct.; noviembre, nov.; diciembre, dic.

    [fractions]
    2 = medio, medios
    3 = tercio, tercios
    4 = cuarto, cuartos
    5 = quinto, quintos
    6 = sexto, sextos
    7 = séptimo, séptimos
    8 = octavo, octavos
    9 = noveno, novenos
    10 = décimo, décimos
    100 = centésimo, centésimos

    [joints]
    range = a
    point = coma
    dot = punto
    minus = menos
    plus = más
    times = veces
    by = por
    and = y
    over = sobre

    [feminine]
    vez, veces, mano, manos, noche, noches, parte, partes, frase, frases, clase, clases, luz, voz, serie
    series, paz, persona, personas, fase, fases

    [masculine]
    día, días, mapa, problema, problemas, sistema, idioma, mantra, mantras, segundo, segundos, minuto
    minutos, mes, meses, instante, instantes, momento, momentos, ser, seres, pie, pies, lugar, lugares
    """
}
