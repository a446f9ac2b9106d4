import type { ExampleRow } from '../records.ts';
import type { Example } from './example.ts';

/** The forms that trainers read. In each, nothing but the completion is learnt. */
interface Format {
  readonly row: (example: Example) => unknown;
  /** Other files that the trainer needs, by name. */
  readonly beside?: (sequence: number) => Readonly<Record<string, string>>;
  /** What the trainer asks of a file. */
  readonly least?: number;
}

export type FormatName = 'trl' | 'openai' | 'axolotl';

const messages = ({ prompt, completion }: Example) => ({ messages: [...prompt, { role: 'assistant', content: completion }] });

const reply = ({ prompt, completion }: Example): ExampleRow => ({
  prompt: [...prompt],
  completion: [{ role: 'assistant', content: completion }],
});

/**
 * `trl`: conversational prompt and completion; its loss is on the completion by itself. `openai`: messages, of which that of the assistant is learnt.
 * `axolotl`: the same messages, and a configuration that says so.
 */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  trl: { row: reply },
  openai: { row: messages, least: 10 },
  axolotl: { row: messages, beside: sequence => ({ 'axolotl.yaml': axolotlFile(sequence) }) },
};

const axolotlData = (path: string): string => `  - path: ${path}
    ds_type: json
    split: train
    type: chat_template
    field_messages: messages
    message_property_mappings:
      role: role
      content: content
    roles_to_train: [assistant]
    train_on_eos: turn
`;

const axolotlFile = (
  sequence: number,
): string => `# The data part of an axolotl configuration: add base_model and what else your training needs.
chat_template: tokenizer_default
datasets:
${axolotlData('train.jsonl')}test_datasets:
${axolotlData('dev.jsonl')}train_on_inputs: false
val_set_size: 0
sequence_len: ${sequence}
`;
