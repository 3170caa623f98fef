// The JSON Schema of a dialog file, for completion and red lines in an editor: `dialogs/dialog.schema.json`.

import { z } from 'zod';
import { Dialog, stepSchemas } from '../turn/dialog/flow.ts';

export function dialogSchema(): object {
  const steps = Object.values(stepSchemas).map((schema) =>
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  );
  const dialog = z.toJSONSchema(Dialog, { io: 'input', unrepresentable: 'any' }) as {
    properties: Record<string, unknown>;
  };
  return {
    ...dialog,
    title: 'A dialog',
    properties: {
      ...dialog.properties,
      steps: { type: 'object', additionalProperties: { oneOf: steps.map(({ $schema: _schema, ...each }) => each) } },
    },
  };
}
