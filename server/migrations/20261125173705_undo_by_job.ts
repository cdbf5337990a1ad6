import { Migration } from '@mikro-orm/migrations';

export class Migration20261125173705 extends Migration {
  override up(): void {
    this.addSql(`CREATE INDEX change_job_idx ON change (org, cause, id) WHERE cause LIKE 'job\\_%'`);
  }
}
