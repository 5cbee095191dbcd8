import { useCallback, useEffect, useState } from 'react';
import { frameAt, middleOf, type Fps } from '../../../../../shared/timecode';

/** A film under review: which frame shows, and how to get to another. Frames count from 0. */
export interface Film {
  frame: number;
  frames: number;
  fps: Fps;
  isPlaying: boolean;
  isMuted: boolean;
  /** To be given to the `video` element. */
  attach: (element: HTMLVideoElement | null) => void;
  seek: (frame: number) => void;
  step: (by: number) => void;
  toggle: () => void;
  /** Sound off, or on again. */
  mute: () => void;
}

/**
 * Follows a `video` element frame by frame; where the browser cannot say which frame shows, its clock must do.
 *
 * Units: `frames` of the film; `start` is the frame it shows first.
 */
export const useFilm = (frames: number, fps: Fps, start = 0): Film => {
  const [element, attach] = useState<HTMLVideoElement | null>(null);
  const [frame, setFrame] = useState(start);
  const [first] = useState(start);
  const [isPlaying, setPlaying] = useState(false);
  const [isMuted, setMuted] = useState(false);
  const { numerator, denominator } = fps;

  useEffect(() => {
    if (!element) return undefined;
    const rate = { numerator, denominator };
    // Before the film is known this is where it will begin; the element is the browser's, to be moved.
    // eslint-disable-next-line react-hooks/immutability
    if (first > 0 && element.currentTime === 0) element.currentTime = middleOf(first, rate);
    const show = (seconds: number) =>
      setFrame(Math.min(frameAt(seconds, rate), Math.max(0, frames - 1)));
    const follow = () => {
      setPlaying(!element.paused && !element.ended);
      setMuted(element.muted);
    };
    const settle = () => {
      follow();
      if (!element.seeking) show(element.currentTime);
    };
    let callback = 0;
    const everyFrame: VideoFrameRequestCallback = (_now, { mediaTime }) => {
      if (!element.paused) show(mediaTime);
      callback = element.requestVideoFrameCallback(everyFrame);
    };
    const saysFrames = 'requestVideoFrameCallback' in element;
    if (saysFrames) callback = element.requestVideoFrameCallback(everyFrame);
    const events = [
      'play',
      'pause',
      'ended',
      'seeked',
      'volumechange',
      ...(saysFrames ? [] : ['timeupdate']),
    ];
    events.forEach((name) => element.addEventListener(name, settle));
    return () => {
      events.forEach((name) => element.removeEventListener(name, settle));
      if (saysFrames) element.cancelVideoFrameCallback(callback);
    };
  }, [element, frames, first, numerator, denominator]);

  const seek = useCallback(
    (to: number) => {
      const within = Math.min(Math.max(0, Math.round(to)), Math.max(0, frames - 1));
      setFrame(within);
      if (!element) return;
      element.pause();
      // The element is the browser's, to be moved and not to be rendered anew.
      // eslint-disable-next-line react-hooks/immutability
      element.currentTime = middleOf(within, { numerator, denominator });
    },
    [element, frames, numerator, denominator],
  );
  const step = useCallback((by: number) => seek(frame + by), [seek, frame]);
  const toggle = useCallback(() => {
    if (!element) return;
    if (element.paused) void element.play();
    else element.pause();
  }, [element]);
  const mute = useCallback(() => {
    // The element is the browser's, to be told and not to be rendered anew.
    // eslint-disable-next-line react-hooks/immutability
    if (element) element.muted = !element.muted;
  }, [element]);
  return { frame, frames, fps, isPlaying, isMuted, attach, seek, step, toggle, mute };
};
