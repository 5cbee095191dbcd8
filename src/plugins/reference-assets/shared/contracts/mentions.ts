/** GET /reference-assets/mentions (admin) — one remark that asks the person who is signed in to look, newest first. */
export interface MentionNotice {
  commentId: string;
  videoId: string;
  /** The video's brief, shortened. */
  video: string;
  author: string;
  text: string;
  frame: number | null;
  createdAt: string;
  resolved: boolean;
  /** Whether it came since the person last looked at the list. */
  unseen: boolean;
}
