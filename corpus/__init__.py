"""From bytes to statements: reading reports, cutting them into passages, finding who says what."""
