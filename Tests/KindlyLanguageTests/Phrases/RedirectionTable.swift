import KindlyLanguage
import Testing

/// The table: a wish in the first person, and under it what others are wished.
enum RedirectionTable {
  struct Line: Sendable, CustomTestStringConvertible {
    var wish: String
    var recipient: String
    var expected: String

    var testDescription: String { "\(recipient): \(wish)" }
  }

  /// Who the names at the start of the lines are. A name is a first mention in the third person, a
  /// pronoun a later one.
  static let recipients: [String: (Addressee, Mention)] = {
    let rosa = Someone(.friend, name: "Rosa", pronoun: .she)
    let james = Someone(.benefactor, name: "James", pronoun: .he)
    let alex = Someone(.named("Alex", .they))
    let friend = Someone(.friend)
    let me = Someone(.oneself)
    func third(_ people: Someone...) -> Addressee { Addressee(people, person: .third) }
    return [
      "self": (.oneself, .first),
      "you": (Addressee([friend]), .first),
      "Rosa": (third(rosa), .first), "she": (third(rosa), .later),
      "James": (third(james), .first), "he": (third(james), .later),
      "Alex": (third(alex), .first), "they": (third(alex), .later),
      "a friend": (third(friend), .first),
      "a stranger": (third(Someone(.neutral)), .first),
      "all": (Addressee([Someone(.all)]), .first), "all later": (third(Someone(.all)), .later),
      "you and I": (Addressee([friend, me]), .first), "we": (Addressee([friend, me]), .later),
      "Rosa and I": (third(me, rosa), .first),
      "two": (Addressee([rosa, james]), .first), "two third": (third(rosa, james), .first),
    ]
  }()

  static let cases: [Line] = {
    var lines: [Line] = []
    var wish = ""
    for row in text.split(separator: "\n") {
      guard row.hasPrefix("  "), let colon = row.firstRange(of: ": ") else {
        wish = String(row)
        continue
      }
      let name = row[..<colon.lowerBound].drop { $0 == " " }
      lines.append(
        Line(wish: wish, recipient: String(name), expected: String(row[colon.upperBound...])))
    }
    return lines
  }()

  static let text = """
    May I be safe.
      self: May I be safe.
      you: May you be safe.
      Rosa: May Rosa be safe.
      she: May she be safe.
      James: May James be safe.
      he: May he be safe.
      Alex: May Alex be safe.
      they: May they be safe.
      a friend: May my friend be safe.
      a stranger: May this person be safe.
      all: May all beings be safe.
      all later: May they be safe.
      you and I: May you and I be safe.
      we: May we be safe.
      Rosa and I: May Rosa and I be safe.
      two: May you be safe.
      two third: May they be safe.
    May my heart be open.
      self: May my heart be open.
      you: May your heart be open.
      Rosa: May Rosa's heart be open.
      she: May her heart be open.
      James: May James's heart be open.
      he: May his heart be open.
      Alex: May Alex's heart be open.
      they: May their heart be open.
      a friend: May my friend's heart be open.
      a stranger: May this person's heart be open.
      all: May all beings' heart be open.
      all later: May their heart be open.
      you and I: May our heart be open.
      we: May our heart be open.
      Rosa and I: May our heart be open.
      two: May your heart be open.
      two third: May their heart be open.
    May I be kind to myself.
      self: May I be kind to myself.
      you: May you be kind to yourself.
      Rosa: May Rosa be kind to herself.
      she: May she be kind to herself.
      James: May James be kind to himself.
      he: May he be kind to himself.
      Alex: May Alex be kind to themself.
      they: May they be kind to themself.
      a friend: May my friend be kind to themself.
      a stranger: May this person be kind to themself.
      all: May all beings be kind to themselves.
      all later: May they be kind to themselves.
      you and I: May you and I be kind to ourselves.
      we: May we be kind to ourselves.
      Rosa and I: May Rosa and I be kind to ourselves.
      two: May you be kind to yourselves.
      two third: May they be kind to themselves.
    May peace be with me.
      self: May peace be with me.
      you: May peace be with you.
      Rosa: May peace be with Rosa.
      she: May peace be with her.
      James: May peace be with James.
      he: May peace be with him.
      Alex: May peace be with Alex.
      they: May peace be with them.
      a friend: May peace be with my friend.
      a stranger: May peace be with this person.
      all: May peace be with all beings.
      all later: May peace be with them.
      you and I: May peace be with us.
      we: May peace be with us.
      Rosa and I: May peace be with us.
      two: May peace be with you.
      two third: May peace be with them.
    May this moment be mine.
      self: May this moment be mine.
      you: May this moment be yours.
      Rosa: May this moment be Rosa's.
      she: May this moment be hers.
      James: May this moment be James's.
      he: May this moment be his.
      Alex: May this moment be Alex's.
      they: May this moment be theirs.
      a friend: May this moment be my friend's.
      a stranger: May this moment be this person's.
      all: May this moment be theirs.
      all later: May this moment be theirs.
      you and I: May this moment be ours.
      we: May this moment be ours.
      Rosa and I: May this moment be ours.
      two: May this moment be yours.
      two third: May this moment be theirs.
    I am safe, and I was always loved.
      self: I am safe, and I was always loved.
      you: You are safe, and you were always loved.
      Rosa: Rosa is safe, and she was always loved.
      she: She is safe, and she was always loved.
      James: James is safe, and he was always loved.
      he: He is safe, and he was always loved.
      Alex: Alex is safe, and they were always loved.
      they: They are safe, and they were always loved.
      a friend: My friend is safe, and they were always loved.
      a stranger: This person is safe, and they were always loved.
      all: All beings are safe, and they were always loved.
      all later: They are safe, and they were always loved.
      you and I: You and I are safe, and we were always loved.
      we: We are safe, and we were always loved.
      Rosa and I: Rosa and I are safe, and we were always loved.
      two: You are safe, and you were always loved.
      two third: They are safe, and they were always loved.
    I'm here, I've come far, I'll rest, and I'd rest again.
      self: I'm here, I've come far, I'll rest, and I'd rest again.
      you: You're here, you've come far, you'll rest, and you'd rest again.
      Rosa: Rosa is here, she's come far, she'll rest, and she'd rest again.
      she: She's here, she's come far, she'll rest, and she'd rest again.
      James: James is here, he's come far, he'll rest, and he'd rest again.
      he: He's here, he's come far, he'll rest, and he'd rest again.
      Alex: Alex is here, they've come far, they'll rest, and they'd rest again.
      they: They're here, they've come far, they'll rest, and they'd rest again.
      a friend: My friend is here, they've come far, they'll rest, and they'd rest again.
      a stranger: This person is here, they've come far, they'll rest, and they'd rest again.
      all: All beings are here, they've come far, they'll rest, and they'd rest again.
      all later: They're here, they've come far, they'll rest, and they'd rest again.
      you and I: You and I are here, we've come far, we'll rest, and we'd rest again.
      we: We're here, we've come far, we'll rest, and we'd rest again.
      Rosa and I: Rosa and I are here, we've come far, we'll rest, and we'd rest again.
      two: You're here, you've come far, you'll rest, and you'd rest again.
      two third: They're here, they've come far, they'll rest, and they'd rest again.
    May I be safe. May I be well.
      Rosa: May Rosa be safe. May she be well.
      all: May all beings be safe. May they be well.
      you and I: May you and I be safe. May we be well.
      a friend: May my friend be safe. May they be well.
    May I live with ease and trust my own heart.
      you: May you live with ease and trust your own heart.
      James: May James live with ease and trust his own heart.
      all: May all beings live with ease and trust their own heart.
      Rosa and I: May Rosa and I live with ease and trust our own heart.
    May I be free from fear, and may those I love be free from fear.
      you: May you be free from fear, and may those you love be free from fear.
      all: May all beings be free from fear, and may those they love be free from fear.
    May I love myself just as I am.
      you: May you love yourself just as you are.
      Rosa: May Rosa love herself just as she is.
      they: May they love themself just as they are.
      all: May all beings love themselves just as they are.
      you and I: May you and I love ourselves just as we are.
      two: May you love yourselves just as you are.
    May I accept myself as I am, and as I was.
      you: May you accept yourself as you are, and as you were.
      she: May she accept herself as she is, and as she was.
      he: May he accept himself as he is, and as he was.
      all later: May they accept themselves as they are, and as they were.
    May I know that I am loved.
      Rosa: May Rosa know that she is loved.
      James: May James know that he is loved.
      Alex: May Alex know that they are loved.
      all: May all beings know that they are loved.
      two third: May they know that they are loved.
    May I forgive myself for what I have done.
      you: May you forgive yourself for what you have done.
      Rosa: May Rosa forgive herself for what she has done.
      Alex: May Alex forgive themself for what they have done.
      all: May all beings forgive themselves for what they have done.
    May my body be my friend.
      Rosa: May Rosa's body be her friend.
      James: May James's body be his friend.
      all: May all beings' body be their friend.
      we: May our body be our friend.
    May my mind, my body and my heart be at peace.
      you: May your mind, your body and your heart be at peace.
      Rosa: May Rosa's mind, her body and her heart be at peace.
      Alex: May Alex's mind, their body and their heart be at peace.
      all: May all beings' mind, their body and their heart be at peace.
      you and I: May our mind, our body and our heart be at peace.
    Let me be at peace.
      you: Let you be at peace.
      Rosa: Let Rosa be at peace.
      a friend: Let my friend be at peace.
      all: Let all beings be at peace.
      we: Let us be at peace.
    Let my heart be light.
      James: Let James's heart be light.
      all: Let all beings' heart be light.
      two: Let your heart be light.
    May all that is mine be shared.
      Rosa: May all that is Rosa's be shared.
      Alex: May all that is Alex's be shared.
      all: May all that is theirs be shared.
      you: May all that is yours be shared.
    May the mine be closed and what is mine be safe.
      you: May the mine be closed and what is yours be safe.
    May I be my own friend.
      you: May you be your own friend.
      Rosa: May Rosa be her own friend.
      he: May he be his own friend.
      all: May all beings be their own friend.
    May I hold myself as I would hold a friend.
      you: May you hold yourself as you would hold a friend.
      she: May she hold herself as she would hold a friend.
      all: May all beings hold themselves as they would hold a friend.
    May I be as I am, not as I should be.
      you: May you be as you are, not as you should be.
      Rosa: May Rosa be as she is, not as she should be.
      they: May they be as they are, not as they should be.
    Am I safe? May I be.
      you: Are you safe? May you be.
      Rosa: Is Rosa safe? May she be.
      all: Are all beings safe? May they be.
      they: Are they safe? May they be.
    Was I ever alone?
      you: Were you ever alone?
      she: Was she ever alone?
      all: Were all beings ever alone?
    Have I not suffered enough?
      you: Have you not suffered enough?
      he: Has he not suffered enough?
      all: Have all beings not suffered enough?
    Do I not deserve rest?
      you: Do you not deserve rest?
      she: Does she not deserve rest?
      they: Do they not deserve rest?
      all: Do all beings not deserve rest?
    What I have is enough.
      you: What you have is enough.
      Rosa: What Rosa has is enough.
      all: What all beings have is enough.
    What I do is enough.
      you: What you do is enough.
      she: What she does is enough.
      Alex: What Alex does is enough.
    I do not have to be perfect.
      you: You do not have to be perfect.
      Rosa: Rosa does not have to be perfect.
      they: They do not have to be perfect.
    I don't have to earn it.
      you: You don't have to earn it.
      he: He doesn't have to earn it.
      all: All beings don't have to earn it.
    I haven't failed.
      you: You haven't failed.
      Rosa: Rosa hasn't failed.
      all: All beings haven't failed.
    I wasn't alone.
      you: You weren't alone.
      she: She wasn't alone.
      two: You weren't alone.
    Aren't I enough?
      you: Aren't you enough?
      he: Isn't he enough?
    I, too, am worthy of love.
      you: You, too, are worthy of love.
      Rosa: Rosa, too, is worthy of love.
      all: All beings, too, are worthy of love.
      we: We, too, are worthy of love.
    I too have suffered.
      you: You too have suffered.
      she: She too has suffered.
      all: All beings too have suffered.
    I truly am enough.
      you: You truly are enough.
      James: James truly is enough.
      they: They truly are enough.
    I am, as I always have been, enough.
      you: You are, as you always have been, enough.
      she: She is, as she always has been, enough.
      all: All beings are, as they always have been, enough.
    I who am tired may rest.
      you: You who are tired may rest.
      Rosa: Rosa who is tired may rest.
      all: All beings who are tired may rest.
    As I am at 6 am, so may I be at night.
      you: As you are at 6 am, so may you be at night.
      she: As she is at 6 am, so may she be at night.
    I may stumble, and I can begin again.
      you: You may stumble, and you can begin again.
      Rosa: Rosa may stumble, and she can begin again.
      he: He may stumble, and he can begin again.
    May I always be safe.
      you: May you always be safe.
      Rosa: May Rosa always be safe.
    I will be kind. I would be kind.
      you: You will be kind. You would be kind.
      she: She will be kind. She would be kind.
      all: All beings will be kind. They would be kind.
    I could rest. I should rest. I must rest.
      you: You could rest. You should rest. You must rest.
      he: He could rest. He should rest. He must rest.
    I had enough. I did enough.
      you: You had enough. You did enough.
      Rosa: Rosa had enough. She did enough.
    I'd been afraid; I'd better rest.
      Rosa: Rosa had been afraid; she'd better rest.
      she: She'd been afraid; she'd better rest.
      all: All beings had been afraid; they'd better rest.
    I'd love to be free.
      Rosa: Rosa would love to be free.
      you: You'd love to be free.
    I'm not alone.
      you: You're not alone.
      Rosa: Rosa is not alone.
      Alex: Alex is not alone.
      they: They're not alone.
      all: All beings are not alone.
      you and I: You and I are not alone.
    I've done what I could.
      you: You've done what you could.
      James: James has done what he could.
      she: She's done what she could.
      all: All beings have done what they could.
    I'll be all right.
      you: You'll be all right.
      Alex: Alex will be all right.
      all: All beings will be all right.
      Rosa and I: Rosa and I will be all right.
    I’m at home.
      you: You're at home.
      he: He's at home.
    I feel safe.
      you: You feel safe.
      they: They feel safe.
      Alex: They feel safe.
      all: All beings feel safe.
      we: We feel safe.
      Rosa and I: Rosa and I feel safe.
      two: You feel safe.
      two third: They feel safe.
    May I feel safe.
      Rosa: May Rosa feel safe.
      she: May she feel safe.
    May I do good. May I have enough.
      Rosa: May Rosa do good. May she have enough.
      he: May he do good. May he have enough.
    Would that I were free.
      you: Would that you were free.
      Rosa: Would that Rosa were free.
    May I, in this moment, be at ease.
      you: May you, in this moment, be at ease.
      Rosa: May Rosa, in this moment, be at ease.
    May I and all beings be safe.
      you: May you and all beings be safe.
      Rosa: May Rosa and all beings be safe.
    May others be safe from me.
      you: May others be safe from you.
      Rosa: May others be safe from Rosa.
      all: May others be safe from all beings.
      we: May others be safe from us.
    My wish is peace. My mind is clear.
      you: Your wish is peace. Your mind is clear.
      Rosa: Rosa's wish is peace. Her mind is clear.
      all: All beings' wish is peace. Their mind is clear.
    my heart is open.
      you: Your heart is open.
    To me, this is enough.
      you: To you, this is enough.
      Rosa: To Rosa, this is enough.
    Me too.
      you: You too.
      James: James too.
    May I… just be.
      you: May you… just be.
      Rosa: May Rosa… just be.
    May I be safe! my friends, too.
      you: May you be safe! Your friends, too.
    "May I be safe," I say.
      you: "May you be safe," you say.
      all: "May all beings be safe," they say.
    May I say: I am enough.
      you: May you say: you are enough.
      Rosa: May Rosa say: she is enough.
      Alex: May Alex say: they are enough.
    (May I be safe.)
      you: (May you be safe.)
    May ALL of ME be welcome.
      you: May ALL of YOU be welcome.
      she: May ALL of HER be welcome.
    May I-statements stay as they are, i.e. written.
      you: May I-statements stay as they are, i.e. written.
    May metta, mimicry and imitation stay.
      you: May metta, mimicry and imitation stay.
    May all be well.
      Rosa: May all be well.
      all: May all be well.
    I am safe and have enough.
      you: You are safe and have enough.
      Rosa: Rosa is safe and has enough.
      she: She is safe and has enough.
    I am free to rest and feel loved.
      Rosa: Rosa is free to rest and feel loved.
      all: All beings are free to rest and feel loved.
    I am able to rest and have fun.
      she: She is able to rest and have fun.
    I am full of peace and love.
      Rosa: Rosa is full of peace and love.
    I am safe and feel loved.
      you: You are safe and feel loved.
      they: They are safe and feel loved.
    I was lost and am found.
      you: You were lost and are found.
      she: She was lost and is found.
      all: All beings were lost and are found.
    I am loved, and do what is needed.
      he: He is loved, and does what is needed.
      all: All beings are loved, and do what is needed.
    May Dr. Ito and I be safe.
      you: May Dr. Ito and you be safe.
    May I myself be kind.
      you: May you yourself be kind.
      Rosa: May Rosa herself be kind.
    May I be kind to me.
      you: May you be kind to you.
      Rosa: May Rosa be kind to her.
    Thank you for being with me.
      you: Thank you for being with you.
      she: Thank you for being with her.
    May I be well in body; may I be well in mind.
      Rosa: May Rosa be well in body; may she be well in mind.
      James: May James be well in body; may he be well in mind.
      all: May all beings be well in body; may they be well in mind.
      Rosa and I: May Rosa and I be well in body; may we be well in mind.
    May what hurts me soften. May I soften.
      Rosa: May what hurts Rosa soften. May she soften.
      all: May what hurts all beings soften. May they soften.
      you and I: May what hurts us soften. May you and I soften.
    May myself and others be well. May I rest.
      Rosa: May herself and others be well. May Rosa rest.
      all: May themselves and others be well. May all beings rest.
    May my heart be soft. May I rest.
      you and I: May our heart be soft. May you and I rest.
      Rosa and I: May our heart be soft. May Rosa and I rest.
    May no harm come to me or mine.
      you: May no harm come to you or yours.
      Rosa: May no harm come to Rosa or hers.
      all: May no harm come to all beings or theirs.
    """
}
