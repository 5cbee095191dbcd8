import { createHash } from 'node:crypto';
import { script } from './script';
import { style } from './style';
import { words } from './words';

/** `<` written so that no word of a language can end the element it stands in. */
const wordsJson = JSON.stringify(words).replaceAll('<', String.raw`\u003c`);

const body = `
<header><h1 id="title"></h1><p class="soft" id="label"></p><p role="alert" id="problem" hidden></p></header>
<main>
<form class="card narrow" id="entry" hidden>
  <h2 data-word="open"></h2>
  <label for="name" data-word="name"></label><input id="name" required maxlength="80" autocomplete="name">
  <div id="secret" hidden><label for="password" data-word="password"></label><input id="password" type="password" autocomplete="current-password"></div>
  <div class="row"><button class="main" data-word="open"></button></div>
</form>
<div id="room" class="through" hidden>
  <section class="card" data-label="position">
    <p id="wait" role="status" hidden></p>
    <div id="watch" hidden>
      <video id="film" playsinline preload="auto"></video>
      <div class="row">
        <button type="button" id="back" data-label="back">‹</button>
        <button type="button" id="play" data-label="play">▶</button>
        <button type="button" id="forward" data-label="forward">›</button>
        <span class="code" id="code"></span>
      </div>
      <input type="range" id="position" min="0" step="1" value="0" data-label="position">
      <p class="soft" data-word="keys"></p>
    </div>
    <p class="soft" id="marked" data-word="watermarked" hidden></p>
    <div class="row" id="decide" hidden>
      <button type="button" class="main" id="approve" data-word="approve"></button>
      <button type="button" id="changes" data-word="changes"></button>
    </div>
  </section>
  <section class="card" data-label="comments">
    <h2 data-word="comments"></h2>
    <p class="soft" id="none" data-word="none"></p>
    <ul id="list"></ul>
    <form id="say">
      <label for="text" data-word="comment"></label><textarea id="text" required maxlength="4000" rows="3"></textarea>
      <div class="row"><input type="checkbox" id="here" checked><span><label for="here" data-word="here" class="flat"></label></span>
      <button class="main" data-word="send"></button></div>
    </form>
  </section>
</div>
</main>
<dialog id="sure" aria-labelledby="question"><form id="answer">
  <h2 id="question"></h2><textarea id="reason" maxlength="4000" rows="4" aria-labelledby="question"></textarea>
  <div class="row"><button class="main" data-word="send"></button><button type="button" id="no" data-word="cancel"></button></div>
</form></dialog>`;

const sheet = `${style}.through { display: contents; } label.flat { margin: 0; }\n`;

/** The page guests open: one document, complete in itself. */
export const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Review</title><style>${sheet}</style></head><body>${body}<script type="application/json" id="words">${wordsJson}</script><script>${script}</script></body></html>`;

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Runs and draws nothing but what the page itself brings; media may come from where uploads are kept. */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src ${hash(script)} ${hash(wordsJson)}`,
  `style-src ${hash(sheet)}`,
  `connect-src 'self'`,
  `media-src 'self' https:`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');
