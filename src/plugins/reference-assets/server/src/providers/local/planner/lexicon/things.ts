const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Nouns that are likely the product when a brief is a bare phrase ("kettle boiling in a kitchen"). */
export const goods = words(`
  shoe shoes sneaker sneakers boot boots loafer loafers sandal sandals hoodie jacket coat dress shirt jeans cap hat beanie scarf gloves socks
  sunglasses glasses watch ring necklace bracelet earrings handbag bag backpack purse wallet suitcase umbrella
  bottle mug cup flask thermos jar kettle toaster blender grinder machine oven fridge cooker pan pot knife plate lamp chair sofa table bed
  cushion pillow blanket candle vase vacuum hairdryer iron fan heater phone smartphone laptop tablet headphones earbuds speaker loudspeaker
  camera drone console keyboard mouse monitor tv television car bike bicycle scooter motorcycle van truck skateboard tent surfboard racket ball
  cream creme lotion serum shampoo perfume lipstick soap toothbrush razor beer wine juice soda drink water coffee tea chocolate
  maker dryer cleaner voucher card sunscreen trainers heels slippers loudspeakers headset helmet goggles stroller clock guitar tin
  pizza burger snack cereal yogurt toy puzzle game book guitar piano drum app
  schuh schuhe laufschuh flasche tasse wasserkocher kaffeemaschine uhr tasche rucksack lampe stuhl rad fahrrad auto kamera
  chaussure chaussures bouteille tasse bouilloire montre sac lampe chaise velo voiture zapato zapatos zapatilla zapatillas botella taza reloj
`);

/** Nouns a brief is about in a way that names no product. */
export const notGoods = words(`
  video videos ad ads advert advertisement commercial spot clip film movie reel teaser trailer promo promotion campaign story post brief
  brand company business product products range line collection website site shop store channel page event season holidays holiday christmas
  easter summer winter spring autumn weekend launch opening sale sales instagram tiktok youtube facebook linkedin tv web internet media
  social market audience viewer viewers world life day time fun style beginning end start finish scene scenes shot shots beat beats seconds
  second minute minutes logo music sound voice voiceover text title font mood feeling atmosphere colour color colours colors look tone
  instructions instruction prompt system example first last rest reason service services second thing things something everything
  marke unternehmen produkt firma werbung film marque entreprise produit publicite marca empresa producto anuncio
`);

/** Words ending in -ing that say which kind of thing it is. */
export const kindsInIng = words(`
  running hiking walking trekking cooking baking cycling climbing swimming sleeping washing rocking gaming fishing skating training racing camping
  wedding sewing riding skiing sailing diving reading writing drinking frying shaving cutting serving carrying knitting painting sparkling
  charging cleaning steaming dining living folding
`);

/** Verbs by which a brief tells us what to do: they begin no product's name. */
export const orders = words(`
  make create show produce generate write film shoot do please ignore forget disregard print delete give let use tell open close start begin end
  celebrate enjoy discover feel live run meet explore experience imagine welcome join get take wake try introduce introducing present
  announce promote advertise highlight feature see watch want need think add keep avoid include cut fade zoom pan
`);

/** Adjectives that may begin a product phrase without an article. */
export const adjectives = words(`
  red blue green yellow orange purple pink brown black white grey gray gold silver beige navy dark light
  electric stainless wooden leather glass ceramic cordless wireless smart portable vintage retro classic handmade organic insulated
  waterproof lightweight foldable mini big small
`);
