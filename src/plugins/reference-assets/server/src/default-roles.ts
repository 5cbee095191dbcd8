import type { Permission } from './permissions';

/** A role as most teams need it. */
export interface DefaultRole {
  name: string;
  description: string;
  may: readonly Permission[];
}

/**
 * Who usually does what. Whoever makes a video does not approve it, whoever approves it does not spend on it, and
 * whoever looks after the money or the machine changes no video.
 */
export const defaultRoles = {
  author: {
    name: 'Video author',
    description: 'Keeps the library, makes videos, has them reviewed, publishes what was approved.',
    may: [
      'assets.read',
      'assets.upload',
      'assets.edit',
      'videos.read',
      'videos.create',
      'videos.retry',
      'videos.comment',
      'videos.share',
      'videos.publish',
      'activity.read',
    ],
  },
  reviewer: {
    name: 'Video reviewer',
    description: 'Looks at videos, comments, approves them, sends them back or rejects them.',
    may: [
      'assets.read',
      'videos.read',
      'videos.comment',
      'videos.approve',
      'videos.request-changes',
      'videos.reject',
      'activity.read',
    ],
  },
  finance: {
    name: 'Video finance',
    description: 'Tops up accounts, sets caps, sees what is spent on what.',
    may: ['videos.read', 'money.read', 'money.manage', 'dashboard.read'],
  },
  operator: {
    name: 'Video operator',
    description: 'Sees what runs, tries again what failed, sets the brand kit.',
    may: [
      'assets.read',
      'videos.read',
      'videos.retry',
      'activity.read',
      'dashboard.read',
      'status.read',
      'settings.manage',
    ],
  },
} as const satisfies Record<string, DefaultRole>;
export type DefaultRoleName = keyof typeof defaultRoles;
