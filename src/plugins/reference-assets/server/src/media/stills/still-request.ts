import type { Typeface } from '../../../../shared/contracts/typefaces';
import type {
  AspectMismatch,
  CameraMovement,
  LogoPosition,
  Mood,
  ShotType,
} from '../../../../shared/contracts/vocabulary';

/** An area of a picture, px from its top-left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** A colour, each part 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A picture that takes a role in a still. */
export interface Layer {
  path: string;
  /** True when the picture's alpha channel is really used. */
  hasTransparency: boolean;
}

/** A logo that will be laid over a still which shows nothing else. Units: ratios as `placeLogo` takes them. */
export interface LogoToCome {
  /** Its forms, e.g. one for dark and one for light grounds. */
  paths: readonly string[];
  position: LogoPosition;
  widthRatio: number;
  marginRatio?: number;
}

/** Words and the typeface they are set in; Inter unless told. */
export interface TitleWords {
  words: string;
  typeface?: Typeface;
}

export type LayerRole = 'product' | 'environment' | 'texture' | 'person' | 'prop';

/** One beat to be shown as a still. */
export interface StillRequest {
  size: Size;
  beat: {
    order: number;
    name: string;
    shotType: ShotType;
    action: string;
    mood: Mood;
    cameraMovement: CameraMovement;
  };
  layers: Partial<Record<LayerRole, Layer>>;
  /** Brand colours; without them a neutral set is used. */
  palette: readonly Rgb[];
  /** Stills of the same input and seed are the same to the pixel. */
  seed: string;
  /** What happens to an environment of another shape than the frame; it is cut unless told. */
  aspectMismatch?: AspectMismatch;
  /** Words that will stand on the still: room is kept for them beside the product. */
  copy?: { headline?: string; callToAction?: string };
  /** What the beat is about, in few words: they are set where there is no picture of it and no headline. */
  title?: TitleWords;
  /** The logo of an end card: its set is chosen so that it can be read. */
  logo?: LogoToCome;
}

/** A composed still. */
export interface Still {
  png: Buffer;
  /** Where the product is seen, clipped to the frame; null when the still shows none. */
  productBox: Box | null;
  /** Where people and props are seen. */
  companionBoxes: Box[];
  /** px of the still for one px of the product's picture; 0 without a product. */
  productScale: number;
  /** Room kept for words; null when none was asked for. */
  copyBox: Box | null;
  background: 'environment' | 'texture' | 'designed' | 'photograph';
  /** What was decided and why, for people. */
  notes: string[];
}
