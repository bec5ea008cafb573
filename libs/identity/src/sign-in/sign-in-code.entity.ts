import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { LocaleName } from '../accounts/locale.js';

/** A code somebody asked for. The digits are derived from the id, so the table holds nothing to sign in with. */
@Entity({ schema: 'identity', name: 'sign_in_code' })
@Check('sign_in_code_kind_check', "kind IN ('code', 'invitation')")
@Check('sign_in_code_locale_check', "locale IN ('en', 'es')")
@Index('sign_in_code_by_email', { synchronize: false })
@Index('sign_in_code_to_mail', ['createdAt'], { where: '(mailed_at IS NULL)' })
export class SignInCode {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'sign_in_code_pkey' })
  id!: string;

  @Column({ type: 'citext' })
  email!: string;

  /** An invitation tells somebody of a new account; it has no digits, they ask for a code when they come. */
  @Column({ type: 'text', default: 'code' })
  kind!: 'code' | 'invitation';

  @Column({ type: 'text', default: 'en' })
  locale!: LocaleName;

  /** The hash of the name of the browser that asked; an invitation has none. */
  @Column({ name: 'browser_hash', type: 'bytea', nullable: true })
  browserHash!: Buffer | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;

  @Column({ name: 'mailed_at', type: 'timestamptz', nullable: true })
  mailedAt!: Date | null;
}
