const english = `a an and are as at be been being but by can could did do does for from had has have he her his how i if in into is it its
 just like made make more most my no not of off on or our out over own please s she should show shows showing so some such t than that the their them
 then there these they this those to too under up us very was we were what when where which while who whose will with without would you your me`;
const german = `der die das den dem des ein eine einen einem einer eines und oder aber fur von vom zu zum zur im am ist sind mit ohne auf aus bei
 nach uber unser unsere unseren unserem unserer sein seine ihr ihre wir sie nicht auch wie als wird werden`;
const french = `le la les un une des du de et ou mais pour par avec sans sur dans est sont notre nos votre vos ce cette ces qui que au aux en son sa ses`;
const spanish = `el los las una unos unas del y o pero para por con sin sobre es son nuestro nuestra nuestros nuestras su sus este esta estos
 estas que al lo`;

const stopWords = new Set([english, german, french, spanish].join(' ').split(/\s+/));

/** Whether a folded word says nothing by itself in English, German, French or Spanish. */
export const isStopWord = (word: string): boolean => stopWords.has(word);
