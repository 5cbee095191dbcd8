const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Nouns that name a place, folded. */
export const places = words(`
  rooftop rooftops roof forest forests woods jungle mountain mountains alps hill hills valley beach beaches shore seashore coast seaside sea ocean
  lake lakeside river riverside waterfall desert dunes meadow field fields countryside park garden gardens patio terrace balcony backyard
  city cities street streets downtown skyline alley metro subway station airport harbour harbor dock port bridge road highway racetrack track
  trail trails path kitchen bathroom bedroom office desk workshop garage studio gym stadium arena pool classroom school library bookshop
  shop store boutique mall market supermarket cafe pub restaurant hotel spa lobby loft apartment home house livingroom room hall hallway
  stage theatre theater museum gallery castle church mosque temple barn farm vineyard factory warehouse lab laboratory hospital
  space island reef canyon cave glacier snow winter wonderland court pitch yard lawn dam ship boat train plane village town
  wald berg berge strand meer see stadt strasse kuche buro garten wohnzimmer dach wiese haus werkstatt zimmer
  foret montagne montagnes plage mer lac ville rue cuisine bureau jardin salon toit maison atelier
  bosque montana montanas playa mar lago ciudad calle cocina oficina jardin salon azotea casa taller
`);

/** When it is, rather than where. */
export const times = words(`
  dusk dawn night sunset sunrise noon midday midnight twilight morning evening afternoon rain snow fog mist sunshine sunlight moonlight
  dammerung nacht abend morgen sonnenaufgang sonnenuntergang nuit soir aube crepuscule noche amanecer atardecer
`);

/** What surfaces are made of. */
export const materials = words(`
  wood wooden marble concrete brick bricks stone slate granite metal steel rust rusty gravel tile tiles tiled leather linen velvet denim fabric
  cloth knit knitted sand asphalt grass plaster paper bamboo oak walnut holz marmor beton ziegel bois marbre madera marmol hormigon
`);

/** What a material is on when it is a surface. */
export const surfaces = words(`
  table floor wall surface background backdrop counter countertop board boards plank planks texture tabletop worktop pavement
  tisch boden wand table sol mur mesa suelo pared
`);
