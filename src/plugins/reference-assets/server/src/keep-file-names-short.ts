import type { Core } from '@strapi/strapi';

/** Transliterated, a character can become six; with prefix, suffix and extension a name on disk has 255 at most. */
const mostCharacters = 36;

/**
 * Has Strapi name files on disk after the beginning of long names only: it takes names of 255 characters, spells them
 * out in ASCII (`upload/server/src/services/image-manipulation.ts`), and then cannot write them.
 */
export const keepFileNamesShort = (strapi: Core.Strapi): void => {
  const pictures = strapi.plugin('upload').service('image-manipulation') as {
    generateFileName(name: string): string;
  };
  const generate = pictures.generateFileName.bind(pictures);
  pictures.generateFileName = (name) => generate(name.slice(0, mostCharacters));
};
