import { readModels } from '../../../src/plugins/reference-assets/server/src/providers/models';
import {
  motionPrompt,
  musicPrompt,
  negativePrompt,
  stillPrompt,
} from '../../../src/plugins/reference-assets/server/src/video/prompts';

const { models } = readModels();
const row = (name: string) => models.get(name)!;
const beat = {
  prompt:
    'Hero shot. The red trail shoe stands on wet slate at dusk. Mood: energetic; crisp light. 16:9 landscape frame',
  action: 'Rain drops bounce off the shoe',
  shotType: 'hero_shot',
  mood: 'energetic',
  cameraMovement: 'push_in',
} as const;
const shown = [
  { role: 'product', name: 'Ridge Runner "Red"' },
  { role: 'environment', name: 'Slate roof' },
] as const;

describe('the words for a still', () => {
  test('say what each picture is, in the way the model names them, and what stays as it is', () => {
    const prompt = stillPrompt({ model: row('flux-2-pro'), beat, shown });
    expect(prompt).toMatch(
      /^Image 1 is the product: keep its shape, colours, materials and label text unchanged \(Ridge Runner Red\)\. Image 2 is the place/,
    );
    expect(prompt).toContain('The red trail shoe stands on wet slate at dusk.');
    expect(prompt).toContain('No text, no captions');
  });

  test('name the one picture of a model that takes one', () => {
    const prompt = stillPrompt({ model: row('flux-kontext-pro'), beat, shown: [shown[0]] });
    expect(prompt).toMatch(/^The reference picture is the product/);
    expect(prompt).not.toContain('Image 1');
  });

  test('do not repeat what the beat says already', () => {
    const said = { ...beat, prompt: 'A shoe. No text, no logo and no watermark in the picture' };
    const prompt = stillPrompt({ model: row('flux-2-pro'), beat: said, shown: [] });
    expect(prompt.match(/no text/gi)).toHaveLength(1);
  });

  test('fit the model, with the labels whole and the beat cut at a word', () => {
    const model = { ...row('flux-2-pro'), longestPrompt: 600 };
    const long = { ...beat, prompt: 'slate rooftop '.repeat(120) };
    const prompt = stillPrompt({ model, beat: long, shown });
    expect(prompt.length).toBeLessThanOrEqual(600);
    expect(prompt.length).toBeGreaterThan(500);
    expect(prompt).toContain('Image 2 is the place');
    expect(prompt).toContain('slate rooftop slate');
    expect(prompt).toMatch(/logo that is not on the product itself\.$/);
    expect(prompt).not.toMatch(/\b(sla|slat|roof|rooft)\./);
  });

  test('of a control model speak of its outlines; what to leave out goes where there is a field for it', () => {
    expect(stillPrompt({ model: row('sdxl-controlnet'), beat, shown: [] })).toMatch(
      /^Keep the outlines/,
    );
    expect(negativePrompt(row('sdxl'))).toContain('watermark');
    expect(negativePrompt(row('flux-2-pro'))).toBeUndefined();
    expect(negativePrompt(row('veo'))).toContain('morphing');
  });
});

describe('the words for a clip', () => {
  test('say only what moves when there is a first frame', () => {
    const prompt = motionPrompt({ model: row('kling-2.6'), beat });
    expect(prompt).toMatch(/^The camera pushes in slowly and steadily\. Rain drops bounce/);
    expect(prompt).not.toContain('wet slate');
    expect(prompt).toContain('keeps its shape, colours and lettering');
  });

  test('describe the beat when there is none', () => {
    expect(motionPrompt({ model: row('veo'), beat, hasFirstFrame: false })).toContain('wet slate');
  });

  test('name references in the words of the model, and a chain that goes on', () => {
    const prompt = motionPrompt({
      model: row('kling-3-omni'),
      beat,
      shown: [shown[0]],
      continues: true,
    });
    expect(prompt).toMatch(/^<<<image_1>>> is the product/);
    expect(prompt).toContain('goes on from the first frame');
    expect(motionPrompt({ model: row('seedance-2'), beat, shown: [shown[0]] })).toMatch(
      /^\[Image1\] is the product/,
    );
  });
});

describe('the words for music', () => {
  const spec = (moods: string[]) => ({ spec: { moods } }) as any;
  test('follow the moods', () => {
    const prompt = musicPrompt({ model: row('musicgen'), video: spec(['calm', 'warm']) });
    expect(prompt).toMatch(/no vocals: ambient piano.*With a warm touch.*72 bpm/);
    expect(musicPrompt({ model: row('musicgen'), video: { spec: null } })).toContain('104 bpm');
  });
});

test('no prompt is longer than its model takes', () => {
  const long = { ...beat, prompt: 'word '.repeat(3000), action: 'deed '.repeat(3000) };
  const many = Array.from({ length: 14 }, () => shown[0]);
  for (const model of models.values()) {
    expect(stillPrompt({ model, beat: long, shown: many }).length).toBeLessThanOrEqual(
      model.longestPrompt,
    );
    expect(motionPrompt({ model, beat: long }).length).toBeLessThanOrEqual(model.longestPrompt);
  }
});
