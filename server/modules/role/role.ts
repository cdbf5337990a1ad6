import { boolean, lookup, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';

@record({
  prefix: 'role',
  name: 'Role',
  plural: 'roles',
  description: 'A place in the hierarchy of the organisation: whoever has it stands above everyone whose role is below (modules.md 22).',
  order: ['name'],
  held: true,
})
export class Role extends BaseRecord {
  @text({ description: 'What it is called.', required: true, max: 100 }) name!: string;
  @lookup(() => Role, {
    description: 'The role above; none for the top.',
    tree: true,
    inverse: { name: 'subordinates', description: 'The roles right below.' },
  })
  reportsTo?: Role | null;
  @boolean({ description: 'Whether people of the same role see what belongs to each other.', required: true, default: false })
  shareWithPeers!: boolean;
  @text({ description: 'What it is for.', max: 255 }) description?: string | null;
}
