import { useCallback, useMemo, useState } from 'react';
import type { Video } from '../../../../../shared/contracts/videos';
import { useDraft } from '../../../hooks/use-draft';
import { draftOf, type PlanDraft } from './plan-draft';

/** Steps that can be taken back. */
const longestPast = 50;

interface Kept {
  /** The video's `updatedAt` that the draft started from. */
  basedOn: string;
  plan: PlanDraft;
}

const parse = (text: string): Kept | null => {
  try {
    return text ? (JSON.parse(text) as Kept) : null;
  } catch {
    return null; // Written by another version of the panel: the server's plan stands.
  }
};

/**
 * The plan while a person changes it: kept in this tab through reload and login, with steps that can be taken back.
 *
 * Shape: `isBehind` says that somebody else changed the plan since the draft was begun.
 */
export const usePlanDraft = (video: Video) => {
  const [text, setText] = useDraft(`plan.${video.documentId}`);
  const [past, setPast] = useState<PlanDraft[]>([]);
  const theirs = useMemo(() => draftOf(video.beats ?? []), [video.beats]);
  const kept = useMemo(() => parse(text), [text]);
  const plan = kept?.plan ?? theirs;
  const basedOn = kept?.basedOn ?? video.updatedAt;

  const write = useCallback(
    (next: PlanDraft, from: string) => setText(JSON.stringify({ basedOn: from, plan: next })),
    [setText],
  );
  const change = (next: PlanDraft) => {
    if (next === plan) return;
    setPast((before) => [...before.slice(1 - longestPast), plan]);
    write(next, basedOn);
  };
  const undo = () => {
    const last = past.at(-1);
    if (!last) return;
    setPast(past.slice(0, -1));
    write(last, basedOn);
  };
  const discard = () => {
    setPast([]);
    setText('');
  };
  return {
    plan,
    basedOn,
    change,
    undo,
    discard,
    /** Puts the draft on top of what the server has now. */
    rebase: () => write(plan, video.updatedAt),
    canUndo: past.length > 0,
    isChanged: kept !== null,
    isBehind: kept !== null && kept.basedOn !== video.updatedAt,
  };
};
