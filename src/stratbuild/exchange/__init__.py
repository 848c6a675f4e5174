"""What comes back from people: an edited workbook becomes a proposed change, never a write."""
