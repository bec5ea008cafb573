import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year whose statements were mailed. */
@Entity({ schema: 'fundraising', name: 'statement_year' })
export class StatementYearRow {
  @PrimaryColumn('integer') year!: number;
  @Column('integer') donors!: number;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
}
