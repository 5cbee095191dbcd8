/** Colours the tiny model understands: a picture of the colour and its name point the same way. */
export const colourWords: Record<string, [number, number, number]> = {
  red: [220, 20, 30],
  green: [20, 160, 40],
  blue: [20, 50, 220],
  yellow: [245, 220, 20],
  orange: [250, 130, 10],
  purple: [120, 20, 150],
  pink: [250, 150, 190],
  brown: [110, 60, 20],
  white: [255, 255, 255],
  black: [0, 0, 0],
};

/** Words that carry no meaning of their own. */
export const emptyWords = ['a', 'an', 'the', 'of', 'on', 'in', 'and', 'with', 'photo'];

export const startToken = '<|startoftext|>';
export const endToken = '<|endoftext|>';
const unknownToken = '[UNK]';

const asciiCharacters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

/** Every token by its id: known words whole, all others by their characters. */
export const vocabulary: readonly string[] = [
  unknownToken,
  startToken,
  endToken,
  ...emptyWords.filter((word) => word.length > 1),
  ...Object.keys(colourWords),
  ...asciiCharacters,
  ...asciiCharacters.map((character) => `##${character}`),
];

const idOf = (token: string) => vocabulary.indexOf(token);

/** `tokenizer.json` as the Hugging Face tokenizers read it. */
export function tokenizerJson(): object {
  const special = (token: string) => ({ SpecialToken: { id: token, type_id: 0 } });
  const specialIds = (token: string) => ({ id: token, ids: [idOf(token)], tokens: [token] });
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [unknownToken, startToken, endToken].map((content) => ({
      id: idOf(content),
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: { type: 'Sequence', normalizers: [{ type: 'NFC' }, { type: 'Lowercase' }] },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special(startToken), { Sequence: { id: 'A', type_id: 0 } }, special(endToken)],
      pair: [{ Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 1 } }],
      special_tokens: {
        [startToken]: specialIds(startToken),
        [endToken]: specialIds(endToken),
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: unknownToken,
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
    },
  };
}

/** `tokenizer_config.json` with CLIP's limit of 77 tokens. */
export function tokenizerConfig(): object {
  return {
    tokenizer_class: 'CLIPTokenizer',
    model_max_length: 77,
    bos_token: startToken,
    eos_token: endToken,
    pad_token: endToken,
    unk_token: unknownToken,
    do_lower_case: true,
  };
}
