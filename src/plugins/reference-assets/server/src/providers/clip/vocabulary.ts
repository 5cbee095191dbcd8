import { z } from 'zod';
import type { AssetType } from '../../../../shared/contracts/vocabulary';

const phrases = z.array(z.string().trim().min(1).max(120)).min(1).max(200);

/**
 * What pictures are compared with where a CLIP model describes them. Each phrase is completed by the model's own
 * prompt ("a photo of …"); a list that is given replaces ours.
 */
export const zeroShotVocabulary = z.strictObject({
  types: z
    .strictObject({
      product: phrases,
      logo: phrases,
      person: phrases,
      environment: phrases,
      texture: phrases,
      prop: phrases,
    } satisfies Record<AssetType, typeof phrases>)
    .prefault({
      product: ['a product on a plain background', 'a packshot', 'a thing that is for sale'],
      logo: ['a logo', 'a brand wordmark', 'a company emblem on a plain background'],
      person: ['a person', 'a portrait', 'a group of people'],
      environment: ['a landscape', 'a city street', 'the interior of a room', 'a building'],
      texture: ['a seamless texture', 'a close-up of a surface', 'a repeating pattern'],
      prop: ['a plant', 'food on a table', 'an icon', 'an illustration', 'an everyday object'],
    }),
  objects: phrases.prefault(
    (
      'shoe,boot,bag,backpack,watch,bottle,can,jar,perfume bottle,cosmetic tube,cup,mug,plate,lamp,chair,sofa,table,' +
      'bed,phone,laptop,camera,headphones,speaker,television,bicycle,car,motorcycle,truck,boat,aeroplane,shirt,' +
      'jacket,dress,trousers,hat,glasses,ring,necklace,book,box,toy,tool,plant,flower,tree,fruit,bread,cake,coffee,' +
      'drink,dog,cat,horse,bird,man,woman,child,crowd,face,hand,mountain,beach,forest,lake,river,street,skyline,' +
      'bridge,house,office,kitchen,bathroom,bedroom,shop,stage,field,road,sky,fabric,wood,marble,concrete,brick wall'
    ).split(','),
  ),
  styles: phrases.prefault(
    (
      'minimal,vintage,modern,elegant,rustic,sporty,playful,industrial,luxurious,futuristic,cosy,natural,' +
      'hand-drawn,geometric,glossy,matte,moody,sunny,night-time,black and white'
    ).split(','),
  ),
});
export type ZeroShotVocabulary = z.infer<typeof zeroShotVocabulary>;
