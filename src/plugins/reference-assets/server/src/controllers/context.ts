/** A file of a multipart request, as Strapi's body parser (formidable) leaves it on disk. */
export interface RequestFile {
  filepath: string;
  originalFilename: string | null;
  mimetype: string | null;
  size: number;
}

/** Who is signed in on an admin route. */
interface AdminUser {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  email?: string;
  username?: string | null;
}

/** Who is signed in on a content API route by users-permissions. */
interface ApiUser {
  id: number;
  documentId?: string;
  username?: string;
  email?: string;
}

/** The part of Koa's context that our controllers touch. */
export interface Context {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: {
    body?: unknown;
    files?: Record<string, RequestFile | RequestFile[] | undefined>;
    headers: Record<string, string | string[] | undefined>;
  };
  state: {
    auth?: { strategy?: { name?: string }; credentials?: { name?: string } | null };
    user?: AdminUser & ApiUser;
    /** What the person of an admin route may do. */
    userAbility?: { can(action: string): boolean };
  };
  req: NodeJS.EventEmitter;
  res: NodeJS.WritableStream & { flushHeaders?: () => void };
  status: number;
  body: unknown;
  type: string;
  set(name: string, value: string): void;
}
