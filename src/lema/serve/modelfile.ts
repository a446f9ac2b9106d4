/** Ollama's own form of a chat template that `transformers` writes in Jinja; it knows no Jinja. */
const TEMPLATES: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [
    /<\|im_start\|>/,
    '{{- range .Messages }}<|im_start|>{{ .Role }}\n{{ .Content }}<|im_end|>\n{{ end }}<|im_start|>assistant\n',
    ['<|im_start|>', '<|im_end|>'],
  ],
  [
    /<\|start_header_id\|>/,
    '<|begin_of_text|>{{- range .Messages }}<|start_header_id|>{{ .Role }}<|end_header_id|>\n\n{{ .Content }}<|eot_id|>{{ end }}<|start_header_id|>assistant<|end_header_id|>\n\n',
    ['<|eot_id|>', '<|start_header_id|>'],
  ],
];

/**
 * The Modelfile from which `ollama create` makes a model.
 * @param file the GGUF file, as seen from the Modelfile.
 * @param template the model's chat template in Jinja; without one that is known here Ollama is left to guess.
 */
export function modelfile(file: string, template: string | null, context: number): string {
  const known = TEMPLATES.find(([mark]) => template !== null && mark.test(template));
  return [
    `FROM ${file}`,
    ...(known ? [`TEMPLATE """${known[1]}"""`, ...known[2].map(mark => `PARAMETER stop "${mark}"`)] : []),
    'PARAMETER temperature 0',
    `PARAMETER num_ctx ${context}`,
    '',
  ].join('\n');
}
