"""Write the tables of ``docs/bad-input.md`` anew."""

from tests.support.bad_inputs.page import rewrite

rewrite()
