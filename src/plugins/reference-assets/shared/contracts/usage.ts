/** A place where an asset is used. */
export interface AssetUse {
  kind: 'video' | 'beat' | 'entry';
  /** Uid of the content type. */
  type: string;
  /** The content type as people know it. */
  typeName: string;
  documentId: string;
  /** Title of the entry; null where the viewer may not see it. */
  title: string | null;
  /** Field that holds it, with the components on the way, such as `blocks.image`. */
  field: string;
}

/** POST /reference-assets/assets/removals/uses — what a removal would take away from: asked before it is done. */
export interface RemovalUses {
  /** How many of the assets are used anywhere. */
  used: number;
  /** In how many places in all: videos, beats and entries. */
  places: number;
}

/** GET /api/reference-assets/:id/usage — where an asset is used: videos, beats, entries by relation or media field. */
export interface AssetUsage {
  total: number;
  uses: AssetUse[];
}
