-- Returns true if two accounts count as two independent people. All rules that require a second person use it.
-- Called by libs/identity/src/two-people/two-people.ts
CREATE OR REPLACE FUNCTION identity.are_two_people(one uuid, other uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT one <> other AND identity.counts_as_person(one, at) AND identity.counts_as_person(other, at)
    AND NOT identity.are_of_one_hand(one, other, at)
$$;
