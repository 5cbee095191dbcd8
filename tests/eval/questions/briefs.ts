/** A brief, and what of the library answers it. Shape: matched with captions; null when nothing does, undefined when it is not asked. */
export interface Brief {
  prompt: string;
  product?: RegExp | null;
  logo?: RegExp | null;
  environment?: RegExp | null;
}

/** Briefs on the labelled pictures: products, brands, places, and products nobody has pictured. */
export const briefs: Brief[] = [
  {
    prompt: '15 s spot for our electric kettle in a cosy kitchen',
    product: /kettle/,
    environment: null,
  },
  { prompt: 'Fast-paced ad for our running shoes, rooftop at dusk', product: /running shoes/ },
  { prompt: 'Show our robot vacuum cleaning up after a party', product: /robot vacuum/ },
  { prompt: 'A playful clip for our cordless stick vacuum', product: /stick vacuum/ },
  { prompt: 'Promote our hair dryer to young travellers', product: /hair dryer/ },
  { prompt: 'Teaser for the gold wrist watch, elegant and slow', product: /gold wrist watch/ },
  { prompt: 'Launch film for our espresso machine', product: /espresso machine/ },
  {
    prompt: 'Summer ad for our sunglasses at the beach',
    product: /sunglasses/,
    environment: /\bsea\b/,
  },
  {
    prompt: 'Our blue hoodie for cold mornings by the lake',
    product: /blue hoodie/,
    environment: /lake/,
  },
  { prompt: 'Back-to-work film: our brown leather handbag', product: /handbag/ },
  {
    prompt: 'Retro ad for a twin-lens reflex camera in an old castle',
    product: /reflex camera/,
    environment: /castle/,
  },
  { prompt: 'Green apple juice, fresh and energetic, 10 seconds', product: /apple juice/ },
  { prompt: 'A calm evening with our craft beer', product: /beer/ },
  { prompt: 'Gift card campaign before the holidays', product: /gift card/ },
  { prompt: 'Our wooden loudspeaker fills the living room with sound', product: /loudspeaker/ },
  {
    prompt: 'Red sports car on a mountain road, ends on the Porsche logo',
    product: /red sports car/,
    logo: /porsche/,
    environment: /mountain|alpine/,
  },
  { prompt: 'Our black and yellow coffee mug on a desk', product: /black and yellow coffee mug/ },
  {
    prompt: 'The mug for developers: black, with the GitHub logo at the end',
    product: /GitHub print/,
    logo: /GitHub octocat/,
  },
  {
    prompt: 'Blue beanie for the first snow in the alps',
    product: /beanie/,
    environment: /alpine/,
  },
  { prompt: 'Our glass jar with a bamboo lid, in a bright pantry', product: /glass jar/ },
  { prompt: 'Black two-slice toaster, breakfast mood', product: /black two-slice toaster/ },
  { prompt: 'White retro toaster for small kitchens', product: /white toaster/ },
  {
    prompt: 'Unsere Turnschuhe in den Bergen, 15 Sekunden',
    product: /shoe/,
    environment: /mountain|alpine/,
  },
  { prompt: 'Werbung für unsere Kaffeemaschine', product: /espresso machine/ },
  { prompt: 'Publicité pour notre bouilloire électrique', product: /kettle/ },
  { prompt: 'Blue patterned cushion, homely and warm', product: /cushion/ },
  { prompt: 'Brown leather loafers for city walks', product: /loafer/ },
  {
    prompt: 'Our mobile phone, seen in the library',
    product: /mobile phone/,
    environment: /library/,
  },
  {
    prompt: 'Introduce our dark blue mug and close with the Docker logo',
    product: /dark blue mug/,
    logo: /Docker/,
  },
  {
    prompt: 'Silver concept car reveal, dramatic, Hyundai logo at the end',
    product: /silver concept car/,
    logo: /hyundai/,
  },
  { prompt: 'Nivea creme for winter skin', product: /Nivea/ },
  {
    prompt: 'A spot for our payment app that ends on the Stripe logo',
    product: null,
    logo: /Stripe/,
  },
  { prompt: 'Plimsolls in blue canvas, skate park energy', product: /canvas shoe/ },
  { prompt: 'Ad for our electric guitar', product: null, logo: null },
  { prompt: 'Our washing machine, quiet as a whisper', product: null, logo: null },
  { prompt: 'Promote our new toothbrush', product: null, logo: null },
  { prompt: '20 s film for our mountain bike in the forest', product: null, logo: null },
  { prompt: 'Our desk lamp for late nights', product: null, logo: null },
  { prompt: 'Show the garden hose we sell', product: null, logo: null },
  { prompt: 'Our wireless headphones on the train', product: null, logo: null },
  { prompt: 'A lipstick in deep red, glamorous', product: null, logo: null },
  { prompt: 'Office chair for long days', product: null, logo: null },
  { prompt: 'Our dog food, natural and honest', product: null, logo: null },
  { prompt: 'Laptop for students, energetic', product: null, logo: null },
  { prompt: 'Unsere Waschmaschine für Familien', product: null, logo: null },
  { prompt: 'Ein Spot für unser Fahrrad am See', product: null, logo: null },
  { prompt: 'Our water bottle on a hike', product: null, logo: null },
  { prompt: 'Credit card for travellers', product: null, logo: null },
  { prompt: 'Toy car for kids', product: null, logo: null },
  { prompt: 'Coffee grinder, slow mornings', product: null, logo: null },
];
