/*
 * The language of guarantees, as French and Moroccan tables print it. It is read after Spelling: lower case, no accents,
 * one kind of space, dash and apostrophe. A "/" between spaces is the mark a line break left in a published cell: SoftBreaks
 * makes it "par" before a unit or a period ("16 €/jour") and nothing elsewhere.
 *
 * What the printer writes is a part of this language that no header can change: every amount carries its mark
 * ("- AMO", "en complément"), every cap too ("AMO incluse", "AMO exclue"), and what is composed stands in brackets.
 */
grammar Wording;

cell: content EOF;

// A limit by itself, as those that several lines share: "1 000 000 MAD par an et par bénéficiaire"
limitAlone: CAP? bound EOF;

content
    : MINUS+                                              # dash
    | formula                                             # meaning
    ;

formula
    : choice
    | sum
    ;

// ---- which variant applies
choice
    : alternative (SEMICOLON? alternative)*               # cases
    | sum OR sum IF condition (LP STATED RP)?             # betterIf
    | sum IF condition                                    # onlyIf
    | perLens (SEMICOLON? AND? perLens)*                  # lenses
    ;

perLens: sum PER lens;

lens: LENS_SIMPLE | LENS_COMPLEX | LENS_VERY_COMPLEX;

alternative
    : IF condition COLON sum
    | OTHERWISE COLON sum
    | condition COLON? sum
    ;

condition
    : OPTAM | NON_OPTAM | IN_NETWORK | OUT_OF_NETWORK | CLASS_A | CLASS_B | CLASS_I | CLASS_II
    | BASKET_100 | BASKET_CONTROLLED | BASKET_FREE | LENS_SIMPLE | LENS_COMPLEX | LENS_VERY_COMPLEX
    | FRAME | OPTICAL_LENS | EQUIPMENT_A | EQUIPMENT_B | EQUIPMENT_C | EQUIPMENT_D | EQUIPMENT_E | EQUIPMENT_F
    | TEETH_TO_5 | TEETH_TO_10 | TEETH_OVER_10
    | BEGAN_UNDER_16 | BEGAN_FROM_16 | ABROAD | NOT_ABROAD | EXEMPT_ACT | NOT_EXEMPT_ACT | ACCEPTED | NOT_ACCEPTED | UNDER_16 | FROM_16
    | UNDER_18 | FROM_18 | PRIVATE_SECTOR | PUBLIC_SECTOR | ALD | NOT_ALD | CONVENTIONED | NON_CONVENTIONED | QUOTED
    ;

// ---- amounts added
sum: (COMPULSORY PLUS)? part (PLUS part)*;

part: primary postfix*;

primary
    : NOTHING                                             # nothing
    | fullCover                                           # fullyCovered
    | FULL_COVER                                          # wholeRemainder
    | LP formula RP                                       # bracketed
    | measure ON_OVERRUN                                  # shareOnOverrun
    | RECONSTRUCTED_COPAYMENT                             # reconstructed
    | label* YEARLY? measure                              # amount
    ;

fullCover
    : FULL_COVER CAP (PRICE_CEILING BASKET_100? | LEGAL_TARIFFS AND PRICE_CEILING) SINCE?
    | BASKET_100
    ;

measure
    : NUMBER PERCENT RECONSTRUCTED_BASE ON NUMBER currency # shareOfSum
    | NUMBER PERCENT basis                                # share
    | NUMBER PERCENT LP CHARGE MINUS COMPULSORY RP        # shareOfRemainder
    | NUMBER PERCENT                                      # bareShare
    | NUMBER currency                                     # money
    | wholeBasis                                          # whole
    ;

basis
    : CHARGE | BASE | CONVENTION_TARIFF | RECONSTRUCTED_BASE | COPAYMENT | REMAINDER | OVERRUN | PMSS | NATIONAL_TARIFF
    | PRICE_CEILING | HOSPITAL_SCALE | LEGAL_FEE | FLAT | UNIT_PRICE
    ;

wholeBasis: HOSPITAL_SCALE | CHARGE | COPAYMENT | REMAINDER | OVERRUN | PRICE_CEILING | LEGAL_FEE | BASE;

currency: EURO | DIRHAM;

label: LABEL | FLAT | TIMES;

// ---- what follows an amount
postfix
    : LP postfix+ RP                                      # aside
    | mark                                                # marked
    | AND? CAP bound (AND CAP? bound)*                    # capped
    | FLOOR measure mark?                                 # floored
    | BEYOND COLON? primary mark?                         # beyond
    | WITHIN_IT CAP? measure mark? CAP? FRAME             # frameInside
    | WITHIN_IT? FRAME COLON? CAP measure mark?           # frameInside
    | WITHIN_IT FRAME COLON? measure mark? CAP?           # frameInside
    | qualifier                                           # qualified
    | (NUMBER | ONE) (unit | TIMES) CAP? qualifier+       # counted
    | AND? NUMBER SEMESTER CAP?                           # semesters
    | (FLAT | WITHOUT_LIMIT | ANY_STAY)                   # remark
    | CURRENTLY COLON? measure qualifier*                 # remark
    | LP measure IN NUMBER RP                             # remark
    ;

mark
    : MINUS COMPULSORY                                    # deducted
    | (INCLUDED COMPULSORY | COMPULSORY INCLUSIVE)        # included
    | (COMPLEMENT | ON_TOP) COMPULSORY?                   # onTop
    | (OUTSIDE COMPULSORY | COMPULSORY EXCLUSIVE)         # onTop
    | ON_TOP COPAYMENT                                    # onTopOfCopayment
    ;

bound
    : ONE? label* YEARLY? measure mark? qualifier*        # amountBound
    | (NUMBER | ONE) (unit | TIMES)? qualifier*           # countBound
    | LAW                                                 # lawBound
    ;

qualifier
    : AND? PER (unit | time | scope)                      # perOne
    | AND? (EVERY | PER) NUMBER (YEAR | MONTH)            # everySome
    | EVERY YEAR                                          # yearly
    | YEARLY                                              # yearly
    | AND? FOR_LIFE                                       # forLife
    | FOR_EACH unit                                       # forEach
    ;

time: YEAR | CIVIL_YEAR | CONTRACT_YEAR | ILLNESS | MONTHS_OF NUMBER (YEAR | MONTH);

scope: BENEFICIARY | FAMILY;

unit
    : ACT | CONSULTATION | SESSION | DAY | NIGHT | STAY | LENS | PAIR | EQUIPMENT | DEVICE | EYE | EAR | TOOTH | PROSTHESIS
    | IMPLANT | SEMESTER | CHILD | BOX | KILOMETRE
    ;

// ==== words
fragment S: [ /]+;
fragment SC: [ /,]+;
fragment SECU: 'ss' | 'secu' | 'securite' S 'sociale' | 'rss' | 'mrss' | 'amo' | 'ro' | 'cnss' | 'cnops'
    | 'assurance' S 'maladie' (S 'obligatoire')? | 'regime' S ('obligatoire' | 'de' S 'base' | 'general');
fragment OF: S? ('de' S ('la' S | 'l\'')? | 'du' S | 'des' S | 'par' S ('la' S | 'le' S | 'l\'')?)?;

PERCENT: '%' | 'p.' S? '100' | 'p' S '100' | 'pour' S 'cent' | 'p.' S? 'cent';
NUMBER: ([0-9] [0-9]? [0-9]? (' ' [0-9] [0-9] [0-9])+ | [0-9]+) ([.,] [0-9]+)? | 'deux' | 'trois' | 'quatre' | 'cinq' | 'six';
ONE: 'un' | 'une';
EURO: '€' | 'euro' 's'? | 'eur';
DIRHAM: 'mad' | 'dh' 's'? | 'dirham' 's'?;
PLUS: '+';
MINUS: '-' | 'moins' | 'sous' S 'deduction' S ('du' | 'de' S 'la') | 'deduction' S 'faite' S ('du' | 'de' S 'la');
LP: '(';
RP: ')';
COLON: ':';
SEMICOLON: ';';
FOOTNOTE: ('(' S? [0-9] [0-9]? S? ')' | '[' S? [0-9]+ S? ']' | '(' S? '*'+ S? ')' | '*'+ | [¹²³⁴⁵]+) -> skip;

// ---- of what
CHARGE: 'fr' | 'frais' (S ('reels' | 'engages' | 'exposes'))? | 'depense' 's'? (S ('engagee' | 'reelle') 's'?)?;
BASE: 'br' 'ss'? | 'b.r.' | 'tr' | 'trss' | 'tfr' | 'brss' (S 'de' S 'la' S SECU)?
    | 'br' S 'de' S 'la' S SECU
    | 'base' 's'? S ('de' S)? 'remboursement' (OF SECU)? (S? '(br' 'ss'? ')')?
    | 'tarif' S ('forfaitaire' S)? 'de' S 'responsabilite' (S? '(tr)')?;
CONVENTION_TARIFF: 'tc' | 'tarif' 's'? S ('de' S 'convention' | 'conventionnel' 's'?);
RECONSTRUCTED_BASE: 'brr' | ('br' 'ss'? | 'base' S 'de' S 'remboursement') S ('reconstituee' | 'theorique') | 'tc' S 'reconstitue';
COPAYMENT: 'tm' | 'ticket' 's'? S 'moderateur' 's'? (S? '(tm)')?;
RECONSTRUCTED_COPAYMENT: ('tm' | 'ticket' S 'moderateur') S ('conventionnel' S)? 'reconstitue' (S 'sur' S 'le' S UNIT_PRICE)?;
UNIT_PRICE: 'pu' | 'prix' S 'unitaire';
REMAINDER: 'rac' | 'pas' S 'de' S 'reste' S 'a' S 'charge' | 'reste' S 'a' S 'charge' (S AFTER)?
    | 'frais' S 'restant' 's'? S 'a' S ('la' S)? 'charge' (S 'du' S 'beneficiaire' | S 'de' S 'l\'assure')? (S AFTER)?;
fragment AFTER: 'apres' S ('intervention' | 'remboursement' | 'prise' S 'en' S 'charge') OF SECU | 'apres' S ('l\'' | 'la' S)? SECU;
OVERRUN: 'depassement' 's'? (S 'd\'' S? 'honoraires')?;
ON_OVERRUN: 'sur' S ('les' | 'le') S 'depassement' 's'? (S 'd\'' S? 'honoraires')?;
PMSS: 'pmss' | 'plafond' S 'mensuel' OF SECU (S? '(pmss)')?;
NATIONAL_TARIFF: 'tnr' | 'tarif' S 'national' S 'de' S 'reference';
PRICE_CEILING: 'hlf' | 'plv' | 'hlf' S 'ou' S 'plv' | 'prix' S 'limite' 's'? S 'de' S 'vente'
    | 'honoraires' S 'limite' 's'? S 'de' S 'facturation';
HOSPITAL_SCALE: 'bareme' S ('de' S 'la' S)? ('convention' S)? 'fmsar' S 'ancp';
LEGAL_FEE: ('forfait' S ('legal' | 'reglementaire' | 'journalier' (S 'hospitalier')?)) (S 'en' S 'vigueur')?
    | 'participation' S 'forfaitaire' | 'tarif' S 'en' S 'vigueur';
LAW: ('legislation' | 'reglementation') S 'en' S 'vigueur';
LEGAL_TARIFFS: 'tarifs' S 'applicables';

// ---- the compulsory scheme
COMPULSORY: ('remboursement' 's'? | 'reglement' | 'prestation' 's'? | 'part' | 'mr' | 'prise' S 'en' S 'charge') OF SECU DONE? | SECU;
fragment DONE: S 'effectue' (S 'ou' S 'a' S 'effectuer')?;
INCLUDED: 'y' S 'compris' | 'incluant';
INCLUSIVE: ('inclus' | 'compris') 'e'? 's'?;
EXCLUSIVE: 'exclu' 'e'? 's'?;
COMPLEMENT: 'en' S 'complement';
ON_TOP: 'en' S ('plus' | 'sus');
OUTSIDE: 'hors';

// ---- limits
CAP: 'dans' S ('la' S 'limite' | 'le' S 'respect') | ('limite' | 'plafonne') 'e'? 's'? (S? 'a' 'u'?)? 
    | ('avec' S 'un' S)? ('plafond' | 'maxi' ('mum')?) | 'max' | 'au' S ('maximum' | 'plus') | 'jusqu\'a';
WITHIN_IT: 'dont';
FLOOR: ('avec' S 'un' S | 'au' S)? 'minimum' | 'mini' | 'au' S 'moins';
BEYOND: 'au-dela' | 'au' S 'dela';
ANY_STAY: 'en' S 'hospitalisation' S 'chirurgicale' SC 'medicale' SC 'moyen' S 'sejour' SC 'ou' S 'en' S 'psychiatrie'; // all there are
WITHOUT_LIMIT: 'sans' S ('limitation' | 'limite' | 'plafond') (S 'de' S 'duree')?;
EVERY: 'tous' S 'les' | 'toutes' S 'les';
PER: 'par';
AND: 'et';
OR: 'ou';
IN: 'en';
SINCE: ('des' | 'depuis' | 'a' S 'compter' S 'de') S '20' [0-9] [0-9];
ON: 'sur' (S 'une' S 'base' S 'de')?;
CURRENTLY: 'actuellement';
YEARLY: 'annuel' 'le'? 's'?;
YEAR: 'an' 's'? | 'annee' 's'?;
MONTH: 'mois';
CIVIL_YEAR: 'annee' S 'civile';
CONTRACT_YEAR: 'annee' S 'd\'' S? ('assurance' | 'adhesion') | 'exercice' | 'annee' S 'd\'effet';
MONTHS_OF: 'periode' S 'de';
FOR_EACH: 'pour' S 'chaque';
FOR_LIFE: 'a' S 'vie' | 'viager';
ILLNESS: 'maladie' | 'affection';
BENEFICIARY: 'beneficiaire' | 'personne' | 'assure';
FAMILY: 'famille' | 'foyer';

// ---- units
ACT: ('acte' | 'intervention' | 'greffe' | 'cure') 's'?;
CONSULTATION: ('consultation' | 'visite') 's'?;
SESSION: 'seance' 's'?;
DAY: 'jour' 's'? | 'journee' 's'? | 'j';
NIGHT: 'nuit' 's'? | 'nuitee' 's'?;
STAY: 'sejour' 's'? | 'hospitalisation' 's'?;
LENS: 'verre' 's'?;
PAIR: 'paire' 's'?;
EQUIPMENT: 'equipement' 's'?;
DEVICE: ('appareil' | 'unite') 's'?;
EYE: ('œil' | 'oeil' | 'yeux');
EAR: 'oreille' 's'?;
TOOTH: 'dent' 's'?;
PROSTHESIS: 'prothese' 's'?;
IMPLANT: 'implant' 's'?;
SEMESTER: 'semestre' 's'? (S 'de' S 'traitement')?;
CHILD: 'enfant' 's'?;
BOX: 'boite' 's'?;
KILOMETRE: 'kilometre' 's'? | 'km';
TIMES: 'fois' | 'prise' 's'? S 'en' S 'charge';

// ---- names of a guarantee that change nothing to it
FLAT: 'forfait';
LABEL: 'forfait' S ('de' | 'maternite' | 'optique' | 'dentaire' | 'naissance') | 'credit' (S 'de')? | 'allocation' | 'indemnite'
    | 'prise' S 'en' S 'charge' (S 'de')? | 'remboursement' | 'couverture';
FULL_COVER: ('prise' S 'en' S 'charge' S)? 'integrale' | 'remboursement' S 'integral';
NOTHING: 'neant' | 'x' | 'non' S ('couvert' | 'pris' 'e'? S 'en' S 'charge' | 'rembourse') ('e' | '(e)')? 's'? | 'aucun' 'e'? (S ('remboursement' | 'garantie'))?
    | 'pas' S 'de' S ('prise' S 'en' S 'charge' | 'remboursement') (S 'de' S 'la' S 'mutuelle')? | 'exclu';

// ---- conditions
IF: 'si';
OTHERWISE: 'sinon';
OPTAM: (PRACTITIONER S)? ('optam' | 'dptm' | 'cas');
NON_OPTAM: ('non' S | 'hors' S) ('adherent' 's'? S)? ('optam' | 'dptm' | 'cas') | 'non' S 'adherents' S ('optam' | 'dptm' | 'cas');
fragment PRACTITIONER: 'adherent' 's'? | 'medecin' 's'? (S 'adherent' 's'?)? | 'praticien' 's'?;
IN_NETWORK: ('dans' S 'le' S)? 'reseau';
OUT_OF_NETWORK: 'hors' S 'reseau';
CLASS_A: 'classe' S 'a' | 'verre' 's'? ' '+ 'a' ' '* [/:]; // "1 verre à vie" is none
CLASS_B: 'classe' S 'b' | 'verre' 's'? ' '+ 'b' ' '* [/:];
CLASS_I: 'classe' S ('i' | '1');
CLASS_II: 'classe' S ('ii' | '2');
BASKET_100: ('panier' S)? '100' S? '%' S 'sante';
BASKET_CONTROLLED: 'panier' S ('maitrise' | 'modere' | 'a' S 'tarifs' S 'maitrises');
BASKET_FREE: 'panier' S 'libre' | 'tarifs' S 'libres';
LENS_SIMPLE: 'verre' 's'? S 'simple' 's'?;
LENS_COMPLEX: 'verre' 's'? S 'complexe' 's'?;
LENS_VERY_COMPLEX: 'verre' 's'? S ('tres' S | 'hyper' S?) 'complexe' 's'?;
FRAME: (('pour' | 'sur' | 'au' S 'titre' S 'de') S)? ('la' S)? 'monture' 's'?;
OPTICAL_LENS: 'verre' S 'de' S 'lunettes';
EQUIPMENT_A: 'equipement' S 'de' S 'cas' S 'a';
EQUIPMENT_B: 'equipement' S 'de' S 'cas' S 'b';
EQUIPMENT_C: 'equipement' S 'de' S 'cas' S 'c';
EQUIPMENT_D: 'equipement' S 'de' S 'cas' S 'd';
EQUIPMENT_E: 'equipement' S 'de' S 'cas' S 'e';
EQUIPMENT_F: 'equipement' S 'de' S 'cas' S 'f';
TEETH_TO_5: ('de' S)? '1' S 'a' S '5' S 'dents';
TEETH_TO_10: ('de' S)? '6' S 'a' S '10' S 'dents';
TEETH_OVER_10: 'plus' S 'de' S '10' S 'dents';
ABROAD: 'a' S 'l\'' S? 'etranger';
NOT_ABROAD: 'hors' S 'de' S 'l\'' S? 'etranger';
EXEMPT_ACT: 'acte' 's'? S 'exonere' 's'? (S 'du' S ('tm' | 'ticket' S 'moderateur'))?;
NOT_EXEMPT_ACT: 'acte' 's'? S 'non' S 'exonere' 's'? (S 'du' S ('tm' | 'ticket' S 'moderateur'))?;
ACCEPTED: 'acte' S 'accepte';
NOT_ACCEPTED: 'acte' S 'refuse';
BEGAN_UNDER_16: ('commence' | 'debut' | 'debute') S 'avant' S '16' S 'ans';
BEGAN_FROM_16: ('commence' | 'debut' | 'debute') S ('a' S 'partir' S 'de' | 'apres') S '16' S 'ans';
UNDER_16: ('avant' | 'moins' S 'de') S '16' S 'ans';
FROM_16: '16' S 'ans' S 'et' S 'plus';
UNDER_18: ('avant' | 'moins' S 'de') S '18' S 'ans';
FROM_18: '18' S 'ans' S 'et' S 'plus';
PRIVATE_SECTOR: 'secteur' S 'prive';
PUBLIC_SECTOR: 'secteur' S 'public';
ALD: ('exonere' S)? 'ald';
NOT_ALD: 'hors' S 'ald' | 'non' S 'exonere';
CONVENTIONED: ('etablissement' 's'? S | 'praticien' 's'? S)? 'conventionne' 's'?;
NON_CONVENTIONED: ('etablissement' 's'? S | 'praticien' 's'? S)? 'non' S 'conventionne' 's'?;
QUOTED: 'devis' S 'prealable' (S 'presente' S 'au' S 'gestionnaire')?;
STATED: 'reponse' S 'sous' S [0-9]+ S 'jours';

ARTICLE: ('de' | 'du' | 'des' | 'la' | 'le' | 'les' | 'l\'' | 'd\'' | 'a' | 'au' | 'aux') -> skip;
BREAK: '/' -> channel(HIDDEN);
STOP: [.,] -> channel(HIDDEN);
SPACE: ' '+ -> skip;
WORD: [a-zœ]+;
OTHER: .;
