import { createContext, useContext, useRef, type ReactNode } from 'react';
import { useText } from '../../hooks/use-text';
import { picturesOf } from './dropped-files';
import { UploadTray } from './upload-tray';
import { useUploads } from './use-uploads';

interface Uploads {
  /** Sends files to the library. */
  add: (files: File[]) => void;
  /** Lets a person pick pictures, or a folder of them, from their disk, and sends those. */
  choose: (what: 'files' | 'folder') => void;
}

const UploadsContext = createContext<Uploads>({ add: () => undefined, choose: () => undefined });

/** React does not know the attribute by which an input takes a whole folder. */
const folderOnly = { webkitdirectory: '' } as Record<string, string>;

/**
 * Holds the uploads above the pages, so that they go on while the person looks around, and shows them in a tray.
 * The fields for files are here, once, however many buttons of a page open them.
 */
export const UploadsProvider = ({ children }: { children: ReactNode }) => {
  const t = useText();
  const { add, ...queue } = useUploads();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose: Uploads['choose'] = (what) => (what === 'files' ? files : folder).current?.click();
  const take = (input: HTMLInputElement, isFolder: boolean) => {
    const chosen = [...(input.files ?? [])];
    add(isFolder ? picturesOf(chosen) : chosen);
    // Choosing the same file again must count as a change.
    input.value = '';
  };
  return (
    <UploadsContext.Provider value={{ add, choose }}>
      {children}
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('upload.files')}
        data-testid="upload-input"
        onChange={({ target }) => take(target, false)}
      />
      <input
        ref={folder}
        type="file"
        {...folderOnly}
        hidden
        aria-label={t('upload.folder')}
        data-testid="upload-folder-input"
        onChange={({ target }) => take(target, true)}
      />
      <UploadTray {...queue} />
    </UploadsContext.Provider>
  );
};

/** Sends files to the library, given or chosen. */
export const useLibraryUploads = () => useContext(UploadsContext);
