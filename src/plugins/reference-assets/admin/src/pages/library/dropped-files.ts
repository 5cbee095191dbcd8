const pictureName = /\.(png|jpe?g|jfif|webp|gif|avif|heic|heif|tiff?|svg|bmp)$/i;

/** What of a folder belongs in the library: its pictures, without the files that systems leave in folders. */
export const picturesOf = (files: readonly File[]): File[] =>
  files.filter(
    ({ name, type }) =>
      !name.startsWith('.') && (type.startsWith('image/') || pictureName.test(name)),
  );

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A browser gives at most 100 entries of a folder at a time, and an empty list at its end. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const filesBelow = async (entry: FileSystemEntry): Promise<File[]> => {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const inside: File[] = [];
  for (const one of await entriesOf(entry as FileSystemDirectoryEntry))
    inside.push(...(await filesBelow(one)));
  return picturesOf(inside);
};

/** The files that were dropped: single ones as they are, of folders the pictures in them, at any depth. */
export const filesIn = async (transfer: DataTransfer): Promise<File[]> => {
  // Both lists are emptied as soon as the event is over: they are read before anything is waited for.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const files: File[] = [];
  for (const entry of entries) if (entry) files.push(...(await filesBelow(entry)));
  return files;
};
