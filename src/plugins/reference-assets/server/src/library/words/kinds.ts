/** A general word and the special ones that are a kind of it: the special answers for the general, never the reverse. */
export const kindLines = `
shoe: loafer boot sandal heel slipper moccasin plimsoll clog sneaker
footwear: shoe loafer boot sandal sneaker slipper plimsoll
person: woman man child boy girl lady guy runner swimmer astronaut soldier athlete player groom bride couple model portrait dancer chef worker diver hiker surfer skier cyclist doctor nurse musician farmer fisherman
people: person woman man men women crowd group couple guest player team family portrait
athlete: runner swimmer player cyclist skier boxer surfer skater gymnast
portrait: selfie headshot
animal: tiger dog cat horse bird fish bear lion elephant rabbit wolf fox deer cow sheep goat pig duck hen rooster owl eagle parrot penguin shark whale dolphin turtle frog snake lizard spider bee butterfly monkey gorilla zebra giraffe camel squirrel mouse hamster snail crab lobster jellyfish starfish kitten puppy flamingo peacock
pet: dog cat rabbit hamster kitten puppy parrot
bird: eagle owl parrot penguin duck hen rooster swan flamingo peacock ostrich goose robin finch jay
dog: terrier retriever poodle spaniel collie husky beagle puppy
insect: bee butterfly ant beetle fly ladybug dragonfly
vehicle: car truck bike motorcycle van bus train tram boat ship plane airplane helicopter scooter tractor bicycle taxi ambulance trolley minivan convertible limousine jeep
car: convertible limousine jeep minivan racer cab taxi sedan coupe suv
boat: ship canoe kayak yacht gondola ferry sailboat speedboat
fruit: strawberry apple banana lemon pineapple fig pomegranate grape cherry pear mango melon kiwi raspberry blueberry
vegetable: carrot cucumber pepper tomato potato cabbage broccoli cauliflower zucchini onion garlic mushroom artichoke corn
flower: lavender daffodil poppy carnation peony daisy rose tulip sunflower orchid lily bouquet blossom
plant: flower tree grass leaf cactus daisy rose moss fern bush branch herb
tree: oak pine palm birch maple fir
soup: ramen broth chowder
food: ramen noodle soup pizza bread cake burger cheeseburger hotdog sandwich soup pasta pretzel bagel burrito guacamole icecream chocolate cheese salad strawberry apple banana lemon vegetable fruit cookie sausage
meal: pizza burger sandwich soup pasta salad burrito breakfast lunch dinner
snack: pretzel cookie chip cracker
dessert: cake icecream chocolate cookie trifle
drink: juice beer coffee tea water wine milk lemonade soda cocktail espresso smoothie
beverage: juice beer coffee tea water wine milk lemonade soda cocktail espresso smoothie drink
furniture: chair sofa table desk bed bench bookcase bookshelf wardrobe stool shelf cabinet armchair couch rocker crib cradle
seat: chair sofa bench stool armchair
mountain: alp valley volcano cliff peak summit
landscape: mountain valley lake beach meadow field desert forest coast cliff volcano alp lakeside seashore hill bay
water: sea lake bay reef river ocean pool fountain waterfall geyser
instrument: drum guitar piano violin flute trumpet saxophone cello harp accordion banjo trombone oboe harmonica organ
percussion: drum gong maraca marimba cymbal tambourine
nature: forest mountain valley lake beach meadow sea reef river tree flower alp coast lakeside seashore hill bay waterfall
building: castle barn mosque bridge church house tower palace temple monastery library skyscraper lighthouse dome hall shop bookshop store cinema stadium greenhouse boathouse
architecture: castle mosque bridge church tower palace temple dome column arch viaduct
shop: bookshop bakery butcher grocery barbershop confectionery
wall: brick
appliance: kettle toaster vacuum hairdryer coffeemaker microwave refrigerator dishwasher washer oven stove iron fan blender mixer espressomaker waffleiron freezer dryer
electronics: phone camera loudspeaker speaker laptop computer monitor television radio headphone keyboard tablet console router charger
device: phone camera radio laptop tablet telephone
gadget: phone camera radio laptop tablet watch
computer: laptop notebook desktop
clothing: hoodie beanie shirt jacket kimono coat dress skirt suit jean trouser sweater cardigan gown cloak poncho sweatshirt pullover sock stocking glove scarf tshirt vest uniform swimsuit bikini pajama apron
garment: hoodie shirt jacket kimono coat dress skirt suit jean sweater gown cloak
apparel: hoodie beanie shirt jacket kimono coat dress skirt suit shoe cap hat
headgear: beanie hat cap helmet bonnet sombrero
hat: beanie cap helmet bonnet sombrero cowboyhat
dress: kimono gown
accessory: sunglass watch handbag purse belt scarf wallet umbrella hat beanie bracelet necklace ring earring tie glove backpack
jewelry: necklace bracelet ring earring watch brooch
bag: handbag purse backpack suitcase briefcase satchel mailbag tote
luggage: suitcase backpack bag trunk
cosmetic: lotion creme cream lipstick perfume mascara powder shampoo sunscreen soap
crockery: mug cup plate bowl teapot pitcher saucer goblet
tableware: mug cup plate bowl teapot pitcher goblet glass
cup: mug goblet beaker
vessel: boat ship mug cup goblet jar bottle jug pitcher vase
container: jar bottle box can bucket basket crate barrel tin
toy: teddy doll puzzle kite yoyo balloon lego
tool: hammer screwdriver saw drill plane shovel wrench pliers axe plunger nail screw
document: page paper letter form envelope menu map
graphic: illustration icon diagram chart logo screenshot sprite drawing
drawing: illustration cartoon sketch
chart: diagram graph
texture: brick gravel concrete wood metal stone marble fabric grass rust tile knit honeycomb
material: brick gravel concrete wood metal stone marble fabric leather glass
fabric: wool cotton linen velvet silk denim knit dishrag cloth
ground: gravel sand soil grass concrete
sport: volleyball football basketball tennis baseball golf ski swim soccer rugby hockey boxing cycling
ball: volleyball football basketball tennisball baseball golfball rugbyball
sign: streetsign signpost trafficlight billboard
weapon: rifle revolver cannon sword bow
wintersport: ski skier snowboard skating sledge
light: lamp candle lantern torch spotlight
celebration: wedding birthday party
`;

/** A place, an occasion or a purpose, and the things that belong to it: they answer when nothing better does. */
export const topicLines = `
kitchen: kettle toaster espressomaker mug jar pan plate bowl stove oven refrigerator spatula ladle teapot cup coffeemaker blender
breakfast: toaster coffee juice mug toast bread kettle
household: vacuum kettle toaster bucket broom iron cushion
cleaning: vacuum bucket broom mop soap
bathroom: towel toothbrush bathtub shower soap lotion hairdryer
beauty: lotion creme hairdryer lipstick perfume
skincare: lotion creme
office: desk computer keyboard typewriter printer notebook monitor
garden: grass flower rake bench greenhouse flowerpot
beach: sand sea shore umbrella bikini
underwater: reef coral fish diver
winter: beanie snow scarf coat glove ski
summer: sunglass beach icecream swimsuit
travel: suitcase passport map backpack plane
musician: guitar piano violin saxophone drum cello trumpet
runner: run jog
music: drum guitar loudspeaker piano violin radio headphone
photography: camera lens tripod
space: astronaut rocket planet nasa
school: book desk blackboard library
graduation: gown academic
marriage: wedding groom bride
money: coin bank purse wallet cash
saving: piggy bank
boil: kettle
cook: stove pan pot oven kettle
rain: umbrella raincoat
vision: glass sunglass
time: watch clock hourglass
military: soldier uniform tank
religion: mosque church temple monastery
reading: book library bookshop
farm: barn tractor cow
nautical: ship boat dock anchor
sunset: dusk
shopping: cart store shop
fashion: hoodie handbag sunglass shoe kimono loafer watch
automotive: car tire engine wheel
database: mariadb redis mysql postgresql mongodb
payment: paypal adyen klarna visa mastercard
cloud: aws azure docker
`;
