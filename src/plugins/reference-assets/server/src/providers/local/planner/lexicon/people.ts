const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Nouns for people, folded, one and many. */
export const people = words(`
  person people someone somebody woman women man men girl girls boy boys child children kid kids teen teens teenager teenagers baby babies
  couple couples family families parent parents mother mothers mom moms father fathers dad dads grandma grandmother grandfather
  friend friends student students professional professionals athlete athletes runner runners hiker hikers cyclist cyclists swimmer swimmers
  climber climbers surfer surfers skater skaters player players dancer dancers gamer gamers traveller travellers traveler travelers
  commuter commuters worker workers barista chef chefs cook cooks artist artists designer designers developer developers engineer
  engineers astronaut soldier baker farmer teacher nurse doctor driver rider barber musician singer photographer groom bride model models customer customers shopper shoppers user users owner owners lover lovers fan fans
  enthusiast enthusiasts beginner beginners adult adults senior seniors millennials buyers audience everyone team teams business businesses
  frau frauen mann manner kind kinder menschen leute laufer familie familien jugendliche eltern kunden
  femme femmes homme hommes enfant enfants gens coureur coureurs famille familles jeunes parents clients
  mujer mujeres hombre hombres nino ninos gente personas corredor corredores familia familias jovenes padres clientes
`);

/** Phrases by which a brief rules people out. */
export const noPeople =
  /\b(?:no|without(?: any)?|ohne|keine|sans|sin|pas de)\s+(?:people|persons?|humans?|faces?|actors?|models?|menschen|personen|leute|personnes?|gens|personas|gente)\b|\bnobody\b/i;

/** Phrases by which a brief rules a logo out. */
export const noLogo =
  /\b(?:no|without(?: any| a| the| our)?|ohne|kein|sans|sin|pas de)\s+(?:logos?|brand(?:ing)?|logotipos?)\b/i;

/** Words with 's that own nothing: "Let's", "Mother's Day". */
export const notOwners = words(`
  let it that what here there who today tomorrow mother father valentine women men kids children people world everyone he she
`);
