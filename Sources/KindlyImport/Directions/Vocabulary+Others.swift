extension Vocabulary {
  /// German.
  static let german = Vocabulary(
    tag: "de",
    pause: set("pause pausen stille schweigen sprechpause"),
    wait: set("warten warte wartet abwarten"),
    stay: set("verweilen verweile halten bleiben bleib innehalten nachspüren ruhen ruhe lassen"),
    short: set("kurz kurze kurzer kurzes kurzen kleine kleiner"),
    long: set("lang lange langer langes langen länger längere längerer längeres große"),
    about: set("etwa ungefähr circa ca rund zirka"),
    half: set("halbe halben halb"),
    few: ["paar": 3, "einige": 4, "wenige": 3, "mehrere": 5],
    numbers: numbers(
      "eins/eine/einen/einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
        + "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
      tens: [
        "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
        "siebzig": 70, "achtzig": 80, "neunzig": 90, "fünfundvierzig": 45,
      ]),
    articles: set("ein eine einen einer eines"),
    units: units(
      "sekunde sekunden sek s", "minute minuten min", "stunde stunden std h",
      "atemzug atemzüge atemzügen atemzuges"),
    moments: set("moment momente momenten augenblick augenblicke"),
    range: set("bis oder"),
    bell: set(
      "gong klang glocke glocken glöckchen klangschale klangschalen zimbel zimbeln gongschlag gongschläge "
        + "klangschalenton glockenschlag"),
    ringing: set(
      "schlagen anschlagen läuten läutet erklingt ertönt klingt klingen tönt ertönen erklingen ton "
        + "leise sanft abschluss schluss ende beginn anfang zum zur schlag schläge"),
    strike: set("schlagen läuten leiser sanfter"),
    times: set("mal male"),
    once: ["einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5],
    repeating: set("wiederholen wiederhole wiederholt wiederholung sage sag sprich sprechen"),
    negative: set("nicht kein keine ohne"),
    filler: set(
      "für von der die das dem den des ein eine einen einer in im zum zur mit und oder dann hier "
        + "bitte jetzt noch wieder weitere mindestens bis zu machen lassen geben gib lass zeit "
        + "nachspüren still nun ganz dauer länge"),
    manner: set(
      "leise sanft langsam ruhig flüsternd flüstern flüstert musik hintergrundmusik stimme tonfall "
        + "lächelnd lächeln seufzen seufzt sprecher sprecherin lehrer hinweis anmerkung sprechen "
        + "gesprochen weich liebevoll betont einblenden ausblenden"),
    address: set(
      "du dich dir dein deine deinen deinem deiner ihr euch euer eure sie ihre ich mich mir mein "
        + "meine wir uns unser"),
    wishes: [
      "möge ich ", "mögest du ", "möge ", "mögen ", "möget ihr ", "ich wünsche mir ",
    ],
    headings: set("skript text transkript"),
    frequent: set(
      "und der die das ist ein eine zu den dem mit auf dich dein deine deinen nicht für im sich "
        + "du wie es von dir einen auch an oder jetzt wieder lass dass wenn nun ganz atme zur"))

  /// Spanish.
  static let spanish = Vocabulary(
    tag: "es",
    pause: set("pausa pausas silencio silencios"),
    wait: set("espera espere esperar esperamos"),
    stay: set("descansa descanso permanece quédate quietud sostén mantén"),
    short: set("corta corto breve breves pequeña pequeño"),
    long: set("larga largo larguísima prolongada prolongado"),
    about: set("aproximadamente aprox cerca alrededor"),
    half: set("medio media"),
    few: [
      "unos": 3, "unas": 3, "pocos": 3, "pocas": 3, "algunos": 3, "algunas": 3, "varios": 5,
      "varias": 5, "par": 2,
    ],
    numbers: numbers(
      "uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
      tens: [
        "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "noventa": 90,
      ]),
    articles: set("un una"),
    units: units(
      "segundo segundos seg segs s", "minuto minutos min", "hora horas h",
      "respiración respiraciones respiracion"),
    moments: set("momento momentos instante instantes"),
    range: set("a o hasta"),
    bell: set("campana campanas campanada campanadas gong cuenco cuencos campanilla tingsha"),
    ringing: set(
      "suena suenan sonar toca tocar toque toques tañer sonido hacer golpe suave suavemente final "
        + "inicio terminar empezar para tibetano tibetana"),
    strike: set("toca toque suena tañe tañer sonido hacer"),
    times: set("veces vez"),
    repeating: set("repite repita repetir repetición repetimos di diga decir"),
    negative: set("no sin nunca"),
    filler: set(
      "de del la el los las un una en para por y o con durante más hacer haz deja dar da aquí ahora "
        + "luego otra tiempo total absoluto al menos favor duración"),
    manner: set(
      "suavemente susurrando susurro lentamente despacio música voz sonrisa sonriendo suspiro "
        + "suspira narrador narradora nota tono fondo volumen leer lee hablar guía instructor"),
    address: set("tú tu tus te ti usted su sus nos nuestro nuestra yo me mi mis"),
    wishes: [
      "que yo ", "que pueda ", "que esté ", "que sea ", "que puedas ", "que estés ", "que seas ",
      "ojalá ", "que todos ", "que viva ", "que tenga ",
    ],
    headings: set("guion guión texto transcripción"),
    frequent: set(
      "de la que el en y a los se del las un por con una su para es al lo como más tu tus te "
        + "respira ahora cuerpo si sin este esta muy cuando deja siente hacia"))

  /// French.
  static let french = Vocabulary(
    tag: "fr",
    pause: set("pause pauses silence silences"),
    wait: set("attendre attendez attends"),
    stay: set("repos reposez restez reste tenez maintenez laisser laissez"),
    short: set("courte court brève bref petite petit"),
    long: set("longue long prolongée grand grande"),
    about: set("environ approximativement"),
    half: set("demi demie"),
    few: ["quelques": 3, "plusieurs": 5],
    numbers: numbers(
      "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
      tens: ["vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60]),
    articles: set("un une"),
    units: units(
      "seconde secondes sec s", "minute minutes min mn", "heure heures h",
      "respiration respirations souffle souffles"),
    moments: set("moment moments instant instants"),
    range: set("à ou a"),
    bell: set("cloche cloches gong bol bols clochette clochettes carillon tintement"),
    ringing: set(
      "sonner sonnez sonne sonnent frapper frappez faire faites retentit résonne résonner son tinter "
        + "tintez coup coups doux doucement fin début chantant tibétain pour terminer commencer"),
    strike: set("sonner sonnez sonne faites faire frapper frappez tintez son coup coups"),
    times: set("fois"),
    repeating: set("répéter répétez répète répétition dites dis dire"),
    negative: set("ne pas sans jamais"),
    filler: set(
      "de du des la le les l d un une en dans pour et ou avec pendant plus faire faites laissez ici "
        + "maintenant puis autre temps total complet au moins s'il vous plaît durée"),
    manner: set(
      "doucement lentement murmure murmurer chuchoter musique voix sourire sourit soupir soupire "
        + "narrateur narratrice note ton fond volume lire parler guide instructeur enseignant"),
    address: set("vous votre vos tu ton ta tes toi nous notre nos je me mon ma mes moi"),
    wishes: [
      "puissé-je ", "puisse-je ", "puisse ", "puissent ", "puisses-tu ", "puissiez-vous ",
      "que je ", "que tu ", "que tous ",
    ],
    headings: set("script texte transcription"),
    frequent: set(
      "de la le et les des en un une du que est pour dans vous votre vos qui sur pas plus par au "
        + "ce cette avec se ne sentez respirez à tout vers laissez où comme nous"))

  /// Hindi.
  static let hindi = Vocabulary(
    tag: "hi",
    pause: set("विराम मौन ठहराव ठहरें ठहरिए रुकें रुकिए रुको शांति पॉज़ पॉज"),
    wait: set("प्रतीक्षा इंतज़ार इंतजार"),
    stay: set("विश्राम रहें रहिए"),
    short: set("छोटा छोटी छोटे संक्षिप्त लघु"),
    long: set("लंबा लंबी लंबे लम्बा लम्बी लम्बे दीर्घ"),
    about: set("लगभग करीब तकरीबन"),
    half: set("आधा आधे आधी"),
    few: ["कुछ": 3, "कई": 5],
    numbers: numbers(
      "एक दो तीन चार पाँच/पांच छह/छः सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह",
      tens: ["बीस": 20, "तीस": 30, "चालीस": 40, "पचास": 50, "साठ": 60, "नब्बे": 90]),
    articles: set("एक"),
    units: units(
      "सेकंड सेकेंड सेकण्ड सेकेण्ड", "मिनट मिनिट", "घंटा घंटे घण्टे",
      "साँस सांस साँसें सांसें साँसों सांसों श्वास"),
    moments: set("क्षण पल"),
    range: set("से या"),
    bell: set("घंटी घंटियाँ घंटियां घण्टी गोंग"),
    ringing: set("बजाएँ बजाएं बजाइए बजाओ बजती बजे बजेगी ध्वनि आवाज़ धीरे है हैं"),
    times: set("बार"),
    repeating: set("दोहराएँ दोहराएं दोहराइए दोहराओ कहें कहिए बोलें"),
    negative: set("नहीं मत बिना न"),
    filler: set("का की के को में तक और लिए करें कीजिए यहाँ यहां अब फिर दें है हैं तक पूर्ण"),
    manner: set("धीरे संगीत आवाज़ आवाज स्वर मुस्कुराते फुसफुसाते नोट पृष्ठभूमि"),
    address: set("आप अपने अपनी अपना आपका आपकी आपके तुम मैं मेरा मेरी मुझे हम हमारा"),
    wishes: ["मैं ", "मुझे ", "आप ", "सभी "],
    headings: set("पाठ"),
    frequent: set("है और के का की में को से अपने हैं पर आप यह अपनी एक कि भी अब करें हो लें महसूस रहे"))

  // The most usual words of three more languages, for scripts whose language has no table of its own.

  /// Italian.
  static let italian = Vocabulary(
    tag: "it", pause: set("pausa pause silenzio"), wait: set("attendi aspetta"),
    short: set("breve brevi"), long: set("lunga lungo"), about: set("circa"),
    half: set("mezzo mezza"),
    numbers: numbers(
      "uno/una due tre quattro cinque sei sette otto nove dieci", tens: ["venti": 20, "trenta": 30]),
    units: units("secondo secondi sec", "minuto minuti min", "ora ore", "respiro respiri"),
    bell: set("campana campane gong campanella"), ringing: set("suona suono rintocco rintocchi"),
    strike: set("suona"), times: set("volte volta"), repeating: set("ripeti ripetere"),
    filler: set("di del della per il la un una in con e poi qui"),
    manner: set("musica voce sussurrando lentamente"))

  /// Portuguese.
  static let portuguese = Vocabulary(
    tag: "pt", pause: set("pausa pausas silêncio"), wait: set("espere aguarde"),
    short: set("curta curto breve"), long: set("longa longo"), about: set("cerca aproximadamente"),
    half: set("meio meia"),
    numbers: numbers(
      "um/uma dois/duas três quatro cinco seis sete oito nove dez",
      tens: ["vinte": 20, "trinta": 30]),
    units: units(
      "segundo segundos seg", "minuto minutos min", "hora horas", "respiração respirações"),
    bell: set("sino sinos gongo"), ringing: set("toque tocar som"), strike: set("toque tocar"),
    times: set("vezes vez"), repeating: set("repita repetir"),
    filler: set("de do da por para o a um uma em com e aqui"),
    manner: set("música voz sussurrando lentamente"))

  /// Dutch.
  static let dutch = Vocabulary(
    tag: "nl", pause: set("pauze stilte"), wait: set("wacht"), short: set("korte kort"),
    long: set("lange lang"), about: set("ongeveer circa"), half: set("halve half"),
    numbers: numbers(
      "een/één twee drie vier vijf zes zeven acht negen tien", tens: ["twintig": 20, "dertig": 30]),
    units: units(
      "seconde seconden sec", "minuut minuten min", "uur uren", "ademhaling ademhalingen"),
    bell: set("bel gong klankschaal"), ringing: set("luid slaan klinkt"), strike: set("luid"),
    times: set("keer maal"), repeating: set("herhaal herhalen"),
    filler: set("van voor de het een in met en dan hier nu"),
    manner: set("muziek stem fluisterend langzaam"))
}
