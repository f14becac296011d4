/// Compatibility forms that mean ordinary letters, digits and marks: full-width and mathematical
/// letters, ligatures, circled and Roman numbers, units in one character.
///
/// From the compatibility decompositions (NFKC) of Unicode 14, those of Latin and Greek letters, digits
/// and ASCII marks. Fractions, powers, spaces and trade marks are left out: they have rules of their own.
enum CompatibilityForms {
  /// What a scalar means, letter by letter; nil for one that means itself.
  static func meaning(of scalar: Unicode.Scalar) -> String? {
    scalar.value < 0x132 ? nil : table[scalar.value]
  }

  private static let table: [UInt32: String] = {
    var table: [UInt32: String] = [:]
    for row in single.split(separator: "\n") {
      let parts = row.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let start = UInt32(parts[0], radix: 16) else { continue }
      for (offset, scalar) in parts[1].unicodeScalars.enumerated() {
        table[start + UInt32(offset)] = String(Character(scalar))
      }
    }
    for row in several.split(separator: "\n") {
      let parts = row.split(separator: " ")
      guard let start = UInt32(parts[0], radix: 16) else { continue }
      for (offset, text) in parts.dropFirst().enumerated() {
        table[start + UInt32(offset)] = String(text)
      }
    }
    return table
  }()

  /// Rows of a first code and the scalars that it and the following ones mean.
  private static let single = #"""
    17F s
    2B0 h
    2B2 jr
    2B7 wy
    2E1 lsx
    3D0 βθΥΎΫφπ
    3F0 κρς
    3F4 Θε
    3F9 Σ
    1D2C AÆB
    1D30 DEƎGHIJKLMN
    1D3C OȢPRTUWa
    1D47 bde
    1D4D g
    1D4F kmŋo
    1D56 ptu
    1D5B v
    1D5D βγδφχiruvβγρφχ
    1D9C c
    1D9E ð
    1DA0 f
    1DB5 ƫ
    1DBB z
    1DBF θ
    2024 .

    207C =()n0123456789+
    208C =()
    2090 aeox
    2095 hklmnpst
    2102 C
    2107 Ɛ
    210A gHHHhħIILl
    2115 N
    2119 PQRRR
    2124 Z
    2128 Z
    212C BC
    212F eEF
    2133 Mo
    2139 i
    213C πγΓΠ
    2145 Ddeij
    2160 I
    2164 V
    2169 X
    216C LCDMi
    2174 v
    2179 x
    217C lcdm
    2460 123456789
    24B6 ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0
    2C7C jV
    A7F2 CFQ
    A7F8 Ħœ
    FB29 +
    FE10 ,
    FE13 :;!?
    FE33 __(){}
    FE47 []
    FE4D ___,
    FE52 .
    FE54 ;:?!
    FE59 (){}
    FE5F #&*+-<>=
    FE68 \$%@
    FF01 !"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`
    FF41 abcdefghijklmnopqrstuvwxyz{|}~
    FFE0 ¢£¬
    FFE4 ¦¥
    10783 æ
    10795 ħ
    107A2 ø
    107A5 q
    107B6 ǀǁǂ
    1D400 ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzABCDEFGHIJKL
    1D440 MNOPQRSTUVWXYZabcdefg
    1D456 ijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrst
    1D496 uvwxyzA
    1D49E CD
    1D4A2 G
    1D4A5 JK
    1D4A9 NOPQ
    1D4AE STUVWXYZabcd
    1D4BB f
    1D4BD hijklmn
    1D4C5 pqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzA
    1D505 B
    1D507 DEFG
    1D50D JKLMNOPQ
    1D516 STUVWXY
    1D51E abcdefghijklmnopqrstuvwxyzAB
    1D53B DEFG
    1D540 IJKLM
    1D546 O
    1D54A STUVWXY
    1D552 abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkl
    1D592 mnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx
    1D5D2 yzABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzABCDEFGHIJ
    1D612 KLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV
    1D652 WXYZabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgh
    1D692 ijklmnopqrstuvwxyzıȷ
    1D6A8 ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ
    1D6C2 αβγδεζηθικλμνξοπρςστυφχψω
    1D6DC εθκφρπΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ
    1D6FC αβγδεζηθικλμνξοπρςστυφχψω
    1D716 εθκφρπΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ
    1D736 αβγδεζηθικλμνξοπρςστυφχψω
    1D750 εθκφρπΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ
    1D770 αβγδεζηθικλμνξοπρςστυφχψω
    1D78A εθκφρπΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ
    1D7AA αβγδεζηθικλμνξοπρςστυφχψω
    1D7C4 εθκφρπϜϝ
    1D7CE 01234567890123456789012345678901234567890123456789
    1F12B CR
    1F130 ABCDEFGHIJKLMNOPQRSTUVWXYZ
    1FBF0 0123456789
    """#

  /// Rows of a first code and the texts that it and the following ones mean.
  private static let several = #"""
    132 IJ ij
    13F L· l·
    1C4 DŽ Dž dž LJ Lj lj NJ Nj nj
    1F1 DZ Dz dz
    2033 ′′ ′′′
    203C !!
    2047 ?? ?! !?
    2057 ′′′′
    20A8 Rs
    2103 °C
    2109 °F
    2161 II III IV
    2165 VI VII VIII IX
    216A XI XII
    2171 ii iii iv
    2175 vi vii viii ix
    217A xi xii
    2469 10 11 12 13 14 15 16 17 18 19 20 (1) (2) (3) (4) (5)
    2479 (6) (7) (8) (9) (10) (11) (12) (13) (14) (15) (16) (17) (18) (19) (20) 1.
    2489 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. 13. 14. 15. 16. 17.
    2499 18. 19. 20. (a) (b) (c) (d) (e) (f) (g) (h) (i) (j) (k) (l) (m)
    24A9 (n) (o) (p) (q) (r) (s) (t) (u) (v) (w) (x) (y) (z)
    3250 PTE 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35
    32B1 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50
    32CC Hg erg eV LTD
    3371 hPa da AU bar oV pc dm dm2 dm3 IU
    3380 pA nA μA mA kA KB MB GB cal kcal pF nF μF μg mg kg
    3390 Hz kHz MHz GHz THz μl ml dl kl fm nm μm mm cm km mm2
    33A0 cm2 m2 km2 mm3 cm3 m3 km3
    33A9 Pa kPa MPa GPa rad
    33B0 ps ns μs ms pV nV μV mV kV MV pW nW μW mW kW MW
    33C0 kΩ MΩ a.m. Bq cc cd
    33C7 Co. dB Gy ha HP in KK KM kt lm ln log lx mb mil mol
    33D7 PH p.m. PPM PR sr Sv Wb
    33FF gal
    FB00 ff fi fl ffi ffl st st
    FE19 ...
    FE30 ..
    1F100 0. 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    1F110 (A) (B) (C) (D) (E) (F) (G) (H) (I) (J) (K) (L) (M) (N) (O) (P)
    1F120 (Q) (R) (S) (T) (U) (V) (W) (X) (Y) (Z)
    1F12D CD WZ
    1F14A HV MV SD SS PPV WC
    1F16A MC MD MR
    1F190 DJ
    """#
}
