import { stem } from './stem';

/** Words that stand for one another, a line a group, with a few German, French and Spanish ones. */
const groups = `
shoe sneaker trainer plimsoll schuh chaussure zapato zapatilla turnschuh
run trail jog laufen
bottle flask flasche bouteille botella
mug tasse taza becher
kettle wasserkocher bouilloire hervidor
vacuum hoover staubsauger aspirateur aspiradora
toaster tostadora
hairdryer haartrockner fohn secador
phone telephone smartphone mobile cellphone telefon movil
camera kamera appareil camara
watch wristwatch montre reloj armbanduhr
handbag purse bag handtasche sac bolso
speaker loudspeaker lautsprecher
hoodie sweatshirt pullover jumper kapuzenpullover
beanie hat cap mutze bonnet gorro
sunglass sonnenbrille
cushion pillow kissen coussin cojin
cream creme lotion
car automobile auto voiture coche
coffeemaker espressomaker kaffeemaschine cafetera
coffee espresso kaffee cafe
juice saft jus zumo
beer bier biere cerveza
lamp lampe lampara
bike bicycle fahrrad velo bicicleta
sofa couch
chair stuhl chaise silla
umbrella parasol regenschirm parapluie paraguas
backpack rucksack mochila
rooftop roof skyline dach toit azotea
city urban downtown street stadt ville ciudad
forest woods woodland wald foret bosque
mountain alp alpine hill peak berg montagne montana
beach shore seashore coast seaside strand plage playa
sea ocean meer mer mar
lake lakeside lakeshore lac lago
garden patio terrace backyard garten jardin terraza
harbor harbour dock port hafen
shop store storefront laden magasin tienda
library bookshelf bibliothek biblioteca
kitchen kuche cuisine cocina
office workplace buro oficina
dusk sunset twilight evening dammerung crepuscule atardecer
dawn sunrise
brick masonry ziegel brique ladrillo
concrete cement beton hormigon
timber wood holz bois madera
metal steel stahl acier acero
stone rock stein pierre piedra
fabric cloth textile knit
gravel pebble
woman lady frau femme mujer
man guy mann homme hombre
child kid boy girl kind enfant nino
photo picture image photograph foto
logo wordmark emblem insignia badge mark
cup tasse
red rouge rojo rot
blue bleu azul blau
green vert verde grun
black noir negro schwarz
white blanc blanco weiss
grey gray gris grau
`;

/** A general word and the special ones that are a kind of it: the special answers for the general, never the reverse. */
const kindLines = `
shoe: loafer boot sandal heel slipper moccasin
person: woman man child boy girl lady guy runner swimmer astronaut soldier athlete player groom couple
animal: tiger dog cat horse bird fish
vehicle: car truck bike motorcycle van
fruit: strawberry apple banana orange lemon
flower: daisy rose tulip
food: pizza bread cake
drink: juice beer coffee tea water wine
furniture: chair sofa table desk
mountain: valley
water: sea lake bay reef
instrument: drum guitar piano violin
nature: forest mountain valley lake beach meadow
building: castle barn mosque bridge
wall: brick
appliance: kettle toaster vacuum hairdryer coffeemaker
clothing: hoodie beanie shirt jacket kimono
`;

/** "schuhe" and "schuh", "hike" and "hik(ing)": a last e makes no difference. */
const key = (stemmed: string): string => (stemmed.endsWith('e') ? stemmed.slice(0, -1) : stemmed);

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const stems = (words: string): string[] =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => key(stem(word)));

const groupsOf = new Map<string, Set<number>>();
lines(groups).forEach((line, group) => {
  for (const word of stems(line)) {
    groupsOf.set(word, (groupsOf.get(word) ?? new Set()).add(group));
  }
});

const kindsOf = new Map(
  lines(kindLines).map((line) => {
    const [general, special] = line.split(':');
    return [stems(general)[0], new Set(stems(special))] as const;
  }),
);

/** Whether two stems stand for one another. */
export const areSynonyms = (a: string, b: string): boolean => {
  const groupsOfB = groupsOf.get(key(b));
  return groupsOfB !== undefined && [...(groupsOf.get(key(a)) ?? [])].some((g) => groupsOfB.has(g));
};

/** Whether the stem `special` names a kind of what the stem `general` names. */
export const isKindOf = (special: string, general: string): boolean =>
  kindsOf.get(key(general))?.has(key(special)) ?? false;

const lineOf = (line: string): string[] => line.replace(':', ' ').trim().split(/\s+/);

/**
 * Words to look for beside those asked, so that a search by exact words also meets synonyms and kinds ("sneaker" → "shoe", …).
 *
 * Shape: folded whole words, those asked first, each once.
 */
export const widen = (asked: readonly string[]): string[] => {
  const wider = asked.flatMap((word) => {
    const sought = key(stem(word));
    const same = lines(groups)
      .map(lineOf)
      .filter((line) => line.some((one) => key(stem(one)) === sought));
    const kinds = lines(kindLines)
      .map(lineOf)
      .filter(([general]) => key(stem(general)) === sought);
    return [...same, ...kinds].flat();
  });
  return [...new Set([...asked, ...wider])];
};
