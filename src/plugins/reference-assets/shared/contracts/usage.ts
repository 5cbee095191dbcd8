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

/** GET /api/reference-assets/:id/usage — where an asset is used: videos, beats, entries by relation or media field. */
export interface AssetUsage {
  total: number;
  uses: AssetUse[];
}
