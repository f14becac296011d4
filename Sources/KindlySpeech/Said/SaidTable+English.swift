extension SaidTable {
  /// English: what is written, and what is said for it.
  static let english = """
    [signs]
    & = and
    % = percent
    ‰ = per mille
    ° = degrees
    + = plus
    = = equals
    @ = at
    # = hash
    § = section
    € = euros
    $ = dollars
    £ = pounds
    ¥ = yen
    × = times
    ÷ = divided by

    [before a number]
    No., Nos., Nr., nr., no., nos., №, # = number
    p., pp. = page
    ch., Ch. = chapter
    vol., Vol. = volume
    fig., Fig. = figure
    § = section
    ~, ≈, approx., ca. = about

    [units]
    ms = millisecond, milliseconds
    s, sec, secs = second, seconds
    min, mins = minute, minutes
    h, hr, hrs = hour, hours
    wk, wks = week, weeks
    yr, yrs = year, years
    mo, mos = month, months
    mm = millimeter, millimeters
    cm = centimeter, centimeters
    m = meter, meters
    km = kilometer, kilometers
    m² = square meter, square meters
    km/h = kilometer per hour, kilometers per hour
    mph = mile per hour, miles per hour
    mi = mile, miles
    ft = foot, feet
    yd, yds = yard, yards
    g = gram, grams
    kg = kilogram, kilograms
    mg = milligram, milligrams
    lb, lbs = pound, pounds
    oz = ounce, ounces
    ml, mL = milliliter, milliliters
    l, L = liter, liters
    Hz = hertz, hertz
    kHz = kilohertz, kilohertz
    dB = decibel, decibels
    bpm = beat per minute, beats per minute
    kcal = kilocalorie, kilocalories
    ° = degree, degrees
    °C = degree Celsius, degrees Celsius
    °F = degree Fahrenheit, degrees Fahrenheit
    % = percent, percent
    ‰ = per mille, per mille
    $ = dollar, dollars
    € = euro, euros
    £ = pound, pounds
    ¥ = yen, yen
    ¢ = cent, cents

    [words]
    e. g. = for example
    i. e. = that is
    etc. = etcetera
    vs., vs = versus
    approx. = approximately
    incl. = including
    excl. = excluding
    resp. = respectively
    cf. = compare
    w/o = without
    w/ = with
    min. = minutes
    mins., mins = minutes
    sec. = seconds
    secs., secs = seconds
    hrs., hrs = hours
    max. = maximum
    dept. = department
    N. B. = note well
    P. S. = postscript
    a. k. a. = also known as
    and/or = and or
    24/7 = twenty-four seven

    [titles]
    Dr. = Doctor
    Mr. = Mister
    Mrs. = Missis
    Ms. = Miz
    Prof. = Professor
    St. = Saint
    Rev. = Reverend
    Ven. = Venerable
    Jr. = Junior
    Sr. = Senior

    [months]
    January, Jan.; February, Feb.; March, Mar.; April, Apr.; May; June, Jun.; July, Jul.; August, Aug.
    September, Sept., Sep.; October, Oct.; November, Nov.; December, Dec.

    [fractions]
    2 = half, halves
    3 = third, thirds
    4 = quarter, quarters
    5 = fifth, fifths
    6 = sixth, sixths
    7 = seventh, sevenths
    8 = eighth, eighths
    9 = ninth, ninths
    10 = tenth, tenths
    100 = hundredth, hundredths

    [joints]
    range = to
    point = point
    minus = minus
    plus = plus
    times = times
    by = by
    and = and
    over = over
    """
}
