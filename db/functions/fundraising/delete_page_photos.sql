-- A photo goes with its page, and when another one replaces it, it is declined or the person is erased.
CREATE OR REPLACE FUNCTION fundraising.delete_page_photos() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM fundraising.file f
  WHERE f.purpose = 'page' AND f.id IN (old.photo_file_id, (old.edit -> 'photo' ->> 'fileId')::uuid)
    AND (TG_OP = 'DELETE'
      OR f.id IS DISTINCT FROM new.photo_file_id AND f.id IS DISTINCT FROM (new.edit -> 'photo' ->> 'fileId')::uuid);
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER delete_page_photos AFTER DELETE OR UPDATE OF photo_file_id, edit ON fundraising.page
FOR EACH ROW EXECUTE FUNCTION fundraising.delete_page_photos();
