/**
 * Fictional districts and schools in the columns of NCES.
 * NCES numbers of California begin with 06, these with 99. Rows are marked as made up when they are loaded.
 */
export const schoolFile = `LEAID,LEA_NAME,NCESSCH,SCH_NAME,LSTATE,LCITY,LZIP,LEVEL
9900010,Example Valley Unified,990001000001,Redwood Middle School,CA,Los Angeles,90012,Middle
9900010,Example Valley Unified,990001000002,Redwood High School,CA,Los Angeles,90012,High
9900010,Example Valley Unified,990001000003,Sycamore Middle School,CA,Los Angeles,90031,Middle
9900010,Example Valley Unified,990001000004,Oak Grove Elementary,CA,Los Angeles,90031,Elementary
9900020,Sample Coast Unified,990002000001,Bay View High School,CA,San Diego,92101,High
9900020,Sample Coast Unified,990002000002,Seabreeze Middle School,CA,San Diego,92103,Middle
9900030,Pretend Hills Elementary District,990003000001,Lincoln Grove Middle School,CA,Pasadena,91101,Middle
9900030,Pretend Hills Elementary District,990003000002,Mariposa School,CA,Pasadena,91103,Elementary
9900040,Makebelieve Union High District,990004000001,Canyon Ridge High School,CA,Chula Vista,91910,High
9900040,Makebelieve Union High District,990004000002,Desert Rose High School,CA,Chula Vista,91911,High
9900050,Invented City Unified,990005000001,Jacaranda Middle School,CA,Long Beach,90802,Middle
9900050,Invented City Unified,990005000002,Palm Court High School,CA,Long Beach,90803,High
9900060,Storybook Unified,990006000001,Lighthouse High School,CA,Oceanside,92054,High
9900060,Storybook Unified,990006000002,Tidepool Middle School,CA,Oceanside,92056,Middle
`;
