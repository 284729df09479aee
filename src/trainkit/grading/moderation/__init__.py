"""Second markers: who marks what again, whether they agree, and what a third decides."""
