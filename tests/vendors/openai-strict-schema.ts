/** Keywords that OpenAI's strict mode knows for each type; others make it refuse the request with 400. */
const known: Record<string, readonly string[]> = {
  object: ['properties', 'required', 'additionalProperties'],
  array: ['items', 'minItems', 'maxItems'],
  string: ['enum', 'const', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'enum'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'enum'],
  boolean: [],
  null: [],
};
const anywhere = [
  'type',
  'anyOf',
  '$ref',
  '$defs',
  'definitions',
  '$schema',
  'description',
  'title',
];

type Node = Record<string, any>;

const objectProblems = (node: Node, at: string): string[] => {
  const keys = Object.keys(node.properties ?? {});
  const missing = keys.filter((key) => !(node.required ?? []).includes(key));
  return [
    ...(node.additionalProperties === false ? [] : [`${at}: additionalProperties must be false`]),
    ...missing.map((key) => `${at}: '${key}' must be required`),
    ...keys.flatMap((key) => strictProblems(node.properties[key], `${at}.${key}`)),
  ];
};

/** What OpenAI's strict mode objects to in a JSON schema; empty when it takes it. */
export const strictProblems = (node: Node, at = '$'): string[] => {
  const types: string[] = [node.type ?? []].flat();
  const allowed = new Set([...anywhere, ...types.flatMap((type) => known[type] ?? [])]);
  const strange = Object.keys(node).filter((key) => !allowed.has(key));
  const children = [
    ...(node.anyOf ?? []),
    ...(node.items ? [node.items] : []),
    ...Object.values(node.definitions ?? node.$defs ?? {}),
  ] as Node[];
  return [
    ...strange.map((key) => `${at}: '${key}' is not permitted`),
    ...(types.includes('object') ? objectProblems(node, at) : []),
    ...children.flatMap((child) => strictProblems(child, at)),
  ];
};
