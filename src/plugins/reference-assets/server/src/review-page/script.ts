/**
 * The page's own program, for browsers as they are: no build, no framework, nothing from elsewhere. Everything that
 * others wrote enters the page as text, never as markup.
 */
export const script = String.raw`
'use strict';
const all = JSON.parse(document.getElementById('words').textContent);
const language = (navigator.languages || ['en']).map((one) => one.slice(0, 2)).find((one) => all[one]) || 'en';
const word = all[language];
document.documentElement.lang = language;
const $ = (id) => document.getElementById(id);
document.querySelectorAll('[data-word]').forEach((node) => { node.textContent = word[node.dataset.word]; });
document.querySelectorAll('[data-label]').forEach((node) => { node.setAttribute('aria-label', word[node.dataset.label]); });
const token = location.hash.slice(1);
const key = 'video-review ' + token.slice(0, 12);
let session = sessionStorage.getItem(key);
let view = null;
let shown = '';
let frame = 0;

const call = async (method, path, body) => {
  const headers = { 'content-type': 'application/json' };
  if (session) headers['x-review-session'] = session;
  const reply = await fetch(location.pathname.replace(/\/$/, '') + path, { method, headers, cache: 'no-store', body: body && JSON.stringify(body) });
  const answer = await reply.json().catch(() => ({}));
  if (reply.ok) return answer.data;
  const failure = new Error((answer.error && answer.error.message) || word.problem);
  failure.status = reply.status;
  throw failure;
};
const tell = (message) => { $('problem').textContent = message || ''; $('problem').hidden = !message; };

const rate = () => { const [above, below] = view.fps.split('/').map(Number); return { above, below }; };
const two = (value) => String(value).padStart(2, '0');
// SMPTE ST 12-1, with dropped numbers at 29.97 and 59.94.
const timecode = (at) => {
  const { above, below } = rate();
  const whole = Math.round(above / below);
  const drop = below === 1001 && (above === 30000 || above === 60000);
  let number = at;
  if (drop) {
    const lost = whole / 15, minute = whole * 60 - lost, ten = minute * 10 + lost, rest = at % ten;
    number += lost * (9 * Math.floor(at / ten) + (rest < lost ? 0 : Math.floor((rest - lost) / minute)));
  }
  const seconds = Math.floor(number / whole);
  return two(Math.floor(seconds / 3600)) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60) + (drop ? ';' : ':') + two(number % whole);
};
const showFrame = (at) => {
  frame = Math.min(Math.max(0, at), Math.max(0, view.frames - 1));
  $('code').textContent = timecode(frame) + ' · ' + word.frame + ' ' + frame;
  $('position').value = frame;
  $('position').setAttribute('aria-valuetext', timecode(frame));
};
const seek = (at) => {
  showFrame(at);
  const { above, below } = rate();
  $('film').pause();
  $('film').currentTime = ((frame + 0.5) * below) / above;
};
const follow = () => {
  if (!view || $('film').seeking) return;
  const { above, below } = rate();
  showFrame(Math.floor(($('film').currentTime * above) / below + 0.001));
};

const remark = (one) => {
  const item = document.createElement('li');
  if (one.parentId) item.className = 'reply';
  const head = document.createElement('p');
  head.className = 'soft';
  head.textContent = one.author + ' · ' + new Date(one.createdAt).toLocaleString(language) + (one.resolvedBy ? ' · ' + word.resolved : '');
  item.append(head);
  if (one.frame !== null && !one.parentId) {
    const go = document.createElement('button');
    go.type = 'button';
    go.className = 'link';
    go.textContent = timecode(one.frame);
    go.setAttribute('aria-label', timecode(one.frame) + ', ' + word.go + ' ' + one.frame);
    go.addEventListener('click', () => seek(one.frame));
    item.append(go);
  }
  const said = document.createElement('p');
  said.className = 'text';
  said.textContent = one.text;
  item.append(said);
  return item;
};

const show = () => {
  $('entry').hidden = true;
  $('room').hidden = false;
  document.title = view.title;
  $('title').textContent = view.title;
  $('label').textContent = view.label;
  $('wait').hidden = Boolean(view.videoUrl);
  $('wait').textContent = view.frames ? word.preparing : word.nothing;
  $('watch').hidden = !view.videoUrl;
  $('marked').hidden = !(view.videoUrl && view.watermarked);
  $('decide').hidden = !view.mayApprove || !view.videoUrl;
  if (view.videoUrl && view.videoUrl !== shown) {
    shown = view.videoUrl;
    $('film').src = view.videoUrl;
    $('film').setAttribute('aria-label', view.title);
    $('position').max = Math.max(0, view.frames - 1);
    showFrame(0);
  }
  const roots = view.comments.filter((one) => !one.parentId);
  const ordered = roots.flatMap((one) => [one].concat(view.comments.filter((other) => other.parentId === one.documentId)));
  $('list').replaceChildren(...ordered.map(remark));
  $('none').hidden = ordered.length > 0;
};

const look = async () => {
  try {
    view = await call('GET', '/current');
    show();
  } catch (failure) {
    if (failure.status === 404) { session = null; sessionStorage.removeItem(key); $('room').hidden = true; $('entry').hidden = false; }
    tell(failure.message);
  }
};
const send = async (path, body) => {
  try {
    tell('');
    view = await call('POST', path, body);
    show();
    return true;
  } catch (failure) { tell(failure.message); return false; }
};

$('entry').addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = { token, name: $('name').value };
  if (!$('secret').hidden) body.password = $('password').value;
  try {
    tell('');
    session = (await call('POST', '/sessions', body)).session;
    sessionStorage.setItem(key, session);
    await look();
  } catch (failure) {
    if (failure.status === 401) { $('secret').hidden = false; $('password').focus(); }
    tell(failure.message);
  }
});
$('say').addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = { text: $('text').value };
  if ($('here').checked && view.videoUrl) body.frame = frame;
  if (await send('/comments', body)) $('text').value = '';
});
const ask = (decision, question, wantsWords) => {
  $('question').textContent = question;
  $('reason').hidden = !wantsWords;
  $('reason').required = wantsWords;
  $('sure').dataset.decision = decision;
  $('sure').showModal();
};
$('approve').addEventListener('click', () => ask('approve', word.sure, false));
$('changes').addEventListener('click', () => ask('request_changes', word.what, true));
$('no').addEventListener('click', () => $('sure').close());
$('answer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { decision } = $('sure').dataset;
  const body = { decision, version: view.version };
  if (decision === 'request_changes') body.comment = $('reason').value;
  $('sure').close();
  await send('/decisions', body);
});

const toggle = () => { const film = $('film'); if (film.paused) void film.play(); else film.pause(); };
$('play').addEventListener('click', toggle);
$('back').addEventListener('click', () => seek(frame - 1));
$('forward').addEventListener('click', () => seek(frame + 1));
$('position').addEventListener('input', () => seek(Number($('position').value)));
['timeupdate', 'seeked', 'pause'].forEach((name) => $('film').addEventListener(name, follow));
document.addEventListener('keydown', (event) => {
  if (!view || !view.videoUrl || $('sure').open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(INPUT|TEXTAREA|BUTTON)$/.test(event.target.tagName) && event.target.type !== 'range') return;
  const keys = { ',': () => seek(frame - 1), '.': () => seek(frame + 1), ' ': toggle };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
setInterval(() => { if (session && document.visibilityState === 'visible') void look(); }, 10000);
if (session) void look(); else $('entry').hidden = false;
`;
