/** How many pictures are kept to search by; what is older has left the screen. */
const most = 8;
const kept = new Map<string, File>();
let last = 0;

/** Keeps a picture to search by for as long as the page lives, and gives the name by which addresses speak of it. */
export const keepPicture = (picture: File): string => {
  last += 1;
  const key = `${Date.now().toString(36)}${last}`;
  kept.set(key, picture);
  const [oldest] = kept.keys();
  if (kept.size > most) kept.delete(oldest);
  return key;
};

/** The picture of a name; undefined after a reload, which no picture survives. */
export const keptPicture = (key: string): File | undefined => kept.get(key);
