import { createContext, useContext, useRef, type ReactNode } from 'react';
import { useText } from '../../hooks/use-text';
import { UploadTray } from './upload-tray';
import { useUploads } from './use-uploads';

interface Uploads {
  /** Sends files to the library. */
  add: (files: File[]) => void;
  /** Lets a person pick pictures from their disk, and sends those. */
  choose: () => void;
}

const UploadsContext = createContext<Uploads>({ add: () => undefined, choose: () => undefined });

/**
 * Holds the uploads above the pages, so that they go on while the person looks around, and shows them in a tray.
 * The field for files is here, once, however many buttons of a page open it.
 */
export const UploadsProvider = ({ children }: { children: ReactNode }) => {
  const t = useText();
  const { add, ...queue } = useUploads();
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  return (
    <UploadsContext.Provider value={{ add, choose }}>
      {children}
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('upload.action')}
        data-testid="upload-input"
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          // Choosing the same file again must count as a change.
          target.value = '';
        }}
      />
      <UploadTray {...queue} />
    </UploadsContext.Provider>
  );
};

/** Sends files to the library, given or chosen. */
export const useLibraryUploads = () => useContext(UploadsContext);
