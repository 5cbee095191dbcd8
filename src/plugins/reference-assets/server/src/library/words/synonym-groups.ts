/** Words that stand for one another, a line a group, with a few German, French and Spanish ones. */
export const synonymGroups = `
shoe sneaker trainer plimsoll schuh chaussure zapato zapatilla turnschuh laufschuh sportschuh
run trail jog laufen
bottle flask flasche bouteille botella
mug tasse taza becher
kettle wasserkocher bouilloire hervidor
vacuum hoover vacuumcleaner staubsauger aspirateur aspiradora
toaster tostadora
hairdryer hairdrier blowdryer haartrockner fohn secador
phone telephone smartphone mobilephone mobile cellphone telefon movil
camera kamera appareil camara fotoapparat
watch wristwatch montre reloj armbanduhr
handbag purse bag handtasche sac bolso
speaker loudspeaker lautsprecher
hoodie sweatshirt pullover jumper kapuzenpullover
beanie hat cap mutze bonnet gorro
sunglass sonnenbrille
cushion pillow kissen coussin cojin
cream creme lotion
car automobile auto voiture coche
coffeemaker espressomaker espressomachine coffeemachine kaffeemaschine cafetera
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
city urban downtown stadt ville ciudad
street road strasse rue calle
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
fabric cloth textile knit stoff
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
hoover vacuum
apron pinafore
notebook laptop
television tv fernseher televiseur
headphone earphone headset kopfhorer casque
gift present geschenk cadeau
voucher giftcard gutschein
wallet purse portemonnaie geldborse
glass verre glas
sock stocking socke
jacket coat jacke veste chaqueta mantel
dress kleid robe vestido
shirt tshirt hemd chemise camisa
trouser pant jean hose pantalon
table tisch mesa
bed bett lit cama
window fenster fenetre ventana
door tur porte puerta
tree baum arbre arbol
flower blume fleur flor blossom
grass lawn gras herbe
dog hund chien perro
cat kitty kitten katze chat gato
bird vogel oiseau pajaro
fish fisch poisson pez
horse pferd cheval caballo
wedding marriage hochzeit mariage boda
soldier military army
astronaut cosmonaut spaceman
swimmer schwimmer
castle fortress burg schloss chateau castillo
bridge brucke pont puente
church cathedral kirche eglise iglesia
house home haus maison casa
river fluss riviere rio
snow schnee neige nieve
rain regen pluie lluvia
sun sonne soleil sol
sky himmel ciel cielo
night nacht nuit noche
bread brot pain
apple apfel pomme manzana
cake kuchen gateau pastel torte
water wasser eau agua
wine wein vin vino
tea tee
milk milch lait leche
rust corrosion rost
typewriter schreibmaschine
drum trommel tambour tambor
bucket pail eimer seau
teddy teddybear plush
smiley emoji
diagram schema
illustration drawing cartoon
screenshot screengrab
reef coral
barn shed scheune
dam barrage
mosque minaret moschee
bookshop bookstore buchladen
goblet chalice
gown robe
helmet helm casque
airplane plane aeroplane flugzeug avion
ship boat schiff bateau barco
train railway zug
truck lorry lkw camion
bottle jug
rug carpet teppich tapis
curtain drape vorhang
candle kerze bougie
clock uhr horloge
bracelet armband
necklace halskette collier
ring ringe
perfume parfum fragrance scent cologne
soap seife savon
towel handtuch serviette
toothbrush zahnburste
piano klavier
violin geige
guitar gitarre guitare
dusk nightfall
runner jogger laufer
hiker hiking wanderer trekker
groom bridegroom
portrait headshot
suit anzug
uniform fatigue
dutch netherland holland
fireman firefighter feuerwehrmann pompier bombero
taxi cab
raincoat rainjacket anorak mackintosh
sunglass shades
computer pc
screen monitor display
stroller pram pushchair buggy kinderwagen poussette
razor shaver rasierer
rabbit bunny hare kaninchen lapin conejo
frozen ice icy eis glace hielo
rust rusty
snow snowy
sand sandy
fog foggy
rock rocky
sun sunny
rain rainy
grass grassy
mist misty
cloud cloudy
tap faucet wasserhahn
torch flashlight taschenlampe
pushbike bicycle
aeroplane airplane
lorry truck
lift elevator aufzug
trash rubbish garbage waste
bin dustbin trashcan
nappy diaper windel
sweet candy
biscuit cookie keks
crisp chip
aubergine eggplant
courgette zucchini
rocket arugula
jelly jam marmalade
fridge refrigerator kuhlschrank frigo nevera
cooker stove herd
oven ofen four horno
dishwasher geschirrspuler
freezer gefrierschrank
trainers sneaker
underwear lingerie
pyjama pajama
swimsuit bathingsuit bikini swimwear
necktie tie krawatte cravate corbata
glasses eyeglass spectacle brille lunettes gafas
earring ohrring
plane airplane jet
motorcycle motorbike motorrad moto
petrol gas gasoline
pavement sidewalk
motorway highway freeway autobahn
underground subway metro tube
cinema movietheater kino
shopping mall
pharmacy drugstore chemist
hospital clinic krankenhaus
angler fisherman
cyclist biker cycling
boat sailboat sailingboat yacht segelboot
painting gemalde tableau
picture photo
newspaper zeitung journal periodico
socke sock
hemd shirt
audience crowd spectator
denim jean
tshirt teeshirt
sunscreen suncream sunblock sonnencreme
rubberboot wellington welly gumboot gummistiefel
german germany
french france
italian italy
british britain english england
spanish spain
american america usa
japanese japan kimono
`;
