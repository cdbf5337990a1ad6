import { Migration } from '@mikro-orm/migrations';

export class Migration20261130161015 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE job_run ADD COLUMN is_claimed boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE job_run ADD COLUMN claimed_at timestamptz`);
    this.addSql(`ALTER TABLE job_run ADD COLUMN lost_workers integer NOT NULL DEFAULT 0`);
    this.addSql(`CREATE INDEX job_run_turn_idx ON job_run (org, claimed_at)`);
  }
}
